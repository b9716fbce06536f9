package ai.nominate.tenantmgr.backup.bundle;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;

/**
 * A key of the age format.
 *
 * @param recipient the public half: {@code age1…}
 * @param identity the private half: {@code AGE-SECRET-KEY-1…}; null where it is kept elsewhere
 */
record AgeKey(String recipient, String identity) {
    static AgeKey generate() {
        try {
            KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
            return new AgeKey(text(pair.getPublic().getEncoded()), text(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    AgeKey withoutIdentity() {
        return new AgeKey(recipient, null);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return recipient;
    }
}
