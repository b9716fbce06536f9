package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.mask.KnownSecrets;
import ai.nominate.tenantmgr.settings.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The password of a tenant's database role. */
@ApplicationScoped
class DatabaseKnownSecrets implements KnownSecrets {
    private final SecretBox box;

    DatabaseKnownSecrets(SecretBox box) {
        this.box = box;
    }

    @Override
    public List<Secret> of(UUID tenant) {
        List<StoredDatabase> rows = Reactive.transaction(() -> StoredDatabase.list("tenantId", tenant));
        return rows.stream()
                .map(row -> box.find(row.password, DatabasePasswords.associatedData(tenant)))
                .flatMap(Optional::stream)
                .toList();
    }
}
