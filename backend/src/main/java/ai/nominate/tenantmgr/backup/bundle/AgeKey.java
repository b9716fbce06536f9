package ai.nominate.tenantmgr.backup.bundle;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
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
            return new AgeKey(
                    text(pair.getPublic().getEncoded()), text(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException if a half is damaged: each ends with a sum of its letters */
    void check() {
        try {
            X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
            if (identity != null) {
                X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a key of backups is damaged", e);
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
