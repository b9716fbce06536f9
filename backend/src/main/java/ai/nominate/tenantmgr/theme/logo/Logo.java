package ai.nominate.tenantmgr.theme.logo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A harmless picture.
 *
 * @param width pixels; for a drawing the units of its view box
 */
public record Logo(LogoType type, int width, int height, byte[] content) {
    /** SHA-256 of the content in hexadecimal. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
