package ai.nominate.tenantmgr.credential;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.mask.KnownSecrets;
import ai.nominate.tenantmgr.settings.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All private keys and tokens: which of them a source may use can change while a run goes on. */
@ApplicationScoped
class CredentialKnownSecrets implements KnownSecrets {
    private final SecretBox box;

    CredentialKnownSecrets(SecretBox box) {
        this.box = box;
    }

    @Override
    public List<Secret> of(UUID tenant) {
        List<StoredCredential> rows = Reactive.transaction(() -> StoredCredential.listAll());
        return rows.stream()
                .map(row -> box.find(row.secret, row.place()))
                .flatMap(Optional::stream)
                .toList();
    }
}
