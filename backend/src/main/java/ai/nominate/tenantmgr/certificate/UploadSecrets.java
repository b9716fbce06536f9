package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.settings.SecretStore;
import jakarta.enterprise.context.ApplicationScoped;

/** The keys of uploaded certificates, for the rotation of the key for secrets. */
@ApplicationScoped
class UploadSecrets implements SecretStore {
    @Override
    public void visit(Visitor visitor) {
        for (UploadRow row : Reactive.transaction(() -> UploadRow.<UploadRow>list("order by tenantId"))) {
            String after = visitor.visit(row.secret, row.place());
            if (!after.equals(row.secret)) {
                Reactive.transaction(() -> UploadRow.update(
                        "secret = ?1 where tenantId = ?2 and secret = ?3", after, row.tenantId, row.secret));
            }
        }
    }
}
