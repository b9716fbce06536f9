package ai.nominate.tenantmgr.credential;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.settings.SecretStore;
import jakarta.enterprise.context.ApplicationScoped;

/** The private keys and tokens, for the rotation of the key for secrets. */
@ApplicationScoped
class CredentialSecrets implements SecretStore {
    @Override
    public void visit(Visitor visitor) {
        for (StoredCredential row :
                Reactive.transaction(() -> StoredCredential.<StoredCredential>list("order by name"))) {
            String after = visitor.visit(row.secret, row.place());
            if (!after.equals(row.secret)) {
                Reactive.transaction(() -> StoredCredential.update(
                        "secret = ?1 where id = ?2 and secret = ?3", after, row.id, row.secret));
            }
        }
    }
}
