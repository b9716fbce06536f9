package ai.nominate.tenantmgr.credential;

import ai.nominate.tenantmgr.kernel.Secret;

/** Deploy keys for tests of other packages. */
public final class TestKeys {
    private TestKeys() {}

    public record Pair(Secret privateKey, String publicKey) {}

    public static Pair pair() {
        DeployKeyPair pair = DeployKeyPair.generate("test");
        return new Pair(pair.privateKey(), pair.publicKey());
    }
}
