package ai.nominate.tenantmgr.credential;

import ai.nominate.tenantmgr.kernel.CredentialName;
import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.Secret;
import java.util.UUID;

/** A stored credential with its secret, for the code that fetches. */
public sealed interface GitCredential {
    /** The number of this credential; another one with the same name has another number. */
    UUID id();

    CredentialName name();

    CredentialScope scope();

    /** Whether it may be used for this repository. */
    default boolean opens(GitUrl url) {
        return url.isSsh() == this instanceof DeployKey && scope().covers(url);
    }

    /**
     * @param privateKey in OpenSSH format
     * @param knownHosts the host keys seen so far, in the format of known_hosts; empty before the first connection
     */
    record DeployKey(UUID id, CredentialName name, CredentialScope scope, Secret privateKey, String knownHosts)
            implements GitCredential {}

    record AccessToken(UUID id, CredentialName name, CredentialScope scope, String username, Secret token)
            implements GitCredential {}
}
