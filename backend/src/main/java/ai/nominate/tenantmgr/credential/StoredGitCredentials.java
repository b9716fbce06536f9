package ai.nominate.tenantmgr.credential;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.CredentialName;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.settings.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Reads and decrypts the stored credentials. */
@ApplicationScoped
class StoredGitCredentials implements GitCredentials {
    private final SecretBox secrets;

    StoredGitCredentials(SecretBox secrets) {
        this.secrets = secrets;
    }

    @Override
    public Optional<GitCredential> find(CredentialName name) {
        return Optional.ofNullable(Reactive.transaction(() -> StoredCredential.named(name.value())))
                .map(this::decrypted);
    }

    @Override
    public void trust(UUID credential, String knownHosts) {
        Reactive.transaction(() -> StoredCredential.update(
                "knownHosts = concat(coalesce(knownHosts, ''), ?1) where id = ?2", knownHosts, credential));
    }

    private GitCredential decrypted(StoredCredential row) {
        Secret secret = secrets.open(row.secret, row.place());
        return switch (CredentialKind.of(row.kind)) {
            case DEPLOY_KEY ->
                new GitCredential.DeployKey(
                        row.id,
                        row.credentialName(),
                        row.scope(),
                        secret,
                        row.knownHosts == null ? "" : row.knownHosts);
            case ACCESS_TOKEN ->
                new GitCredential.AccessToken(row.id, row.credentialName(), row.scope(), row.username, secret);
        };
    }
}
