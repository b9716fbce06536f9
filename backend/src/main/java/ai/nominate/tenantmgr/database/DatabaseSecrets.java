package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.settings.SecretStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The passwords of tenants' database roles. */
@ApplicationScoped
class DatabaseSecrets implements SecretStore {
    @Override
    public void visit(Visitor visitor) {
        List<StoredDatabase> rows = Reactive.transaction(() -> StoredDatabase.list("order by tenantId"));
        for (StoredDatabase row : rows) {
            String after = visitor.visit(row.password, DatabasePasswords.associatedData(row.tenantId));
            if (!after.equals(row.password)) {
                Reactive.transaction(() -> StoredDatabase.update(
                        "password = ?1 where tenantId = ?2 and password = ?3", after, row.tenantId, row.password));
            }
        }
    }
}
