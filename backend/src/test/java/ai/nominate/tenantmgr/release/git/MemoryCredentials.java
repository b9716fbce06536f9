package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.credential.GitCredential;
import ai.nominate.tenantmgr.credential.GitCredentials;
import ai.nominate.tenantmgr.kernel.CredentialName;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Credentials without a database. */
final class MemoryCredentials implements GitCredentials {
    private final Map<CredentialName, GitCredential> stored = new ConcurrentHashMap<>();

    void add(GitCredential credential) {
        stored.put(credential.name(), credential);
    }

    @Override
    public Optional<GitCredential> find(CredentialName name) {
        return Optional.ofNullable(stored.get(name));
    }

    @Override
    public void trust(UUID credential, String knownHosts) {
        stored.replaceAll((name, each) ->
                each instanceof GitCredential.DeployKey key && key.id().equals(credential)
                        ? new GitCredential.DeployKey(
                                key.id(), key.name(), key.scope(), key.privateKey(), key.knownHosts() + knownHosts)
                        : each);
    }
}
