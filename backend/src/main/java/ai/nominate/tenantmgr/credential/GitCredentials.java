package ai.nominate.tenantmgr.credential;

import ai.nominate.tenantmgr.kernel.CredentialName;
import java.util.Optional;
import java.util.UUID;

/** Gives the code that fetches the credentials it needs. Blocks. */
public interface GitCredentials {
    Optional<GitCredential> find(CredentialName name);

    /** Stores the host keys that a first connection has shown; keys that are stored already stay. */
    void trust(UUID credential, String knownHosts);
}
