package ai.nominate.tenantmgr.credential;

import ai.nominate.tenantmgr.kernel.CredentialName;
import ai.nominate.tenantmgr.kernel.NetworkHost;
import ai.nominate.tenantmgr.kernel.Secret;
import java.util.Optional;
import java.util.UUID;

/** Deploy keys for tests of other packages. */
public final class TestKeys {
    private TestKeys() {}

    public record Pair(Secret privateKey, String publicKey) {}

    /** A credential for every repository of this machine. */
    public static GitCredential.DeployKey forLocalhost(Pair pair) {
        return new GitCredential.DeployKey(
                UUID.randomUUID(),
                new CredentialName("robot-key"),
                new CredentialScope(new NetworkHost("localhost"), Optional.empty(), ""),
                pair.privateKey(),
                "");
    }

    public static Pair pair() {
        DeployKeyPair pair = DeployKeyPair.generate("test");
        return new Pair(pair.privateKey(), pair.publicKey());
    }
}
