package ai.nominate.tenantmgr.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** A short digest of a longer text. */
public final class Digest {
    private Digest() {}

    public static String of(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A digest of several texts; lengths are included, so different splits of the same characters differ. */
    public static String of(Object... parts) {
        String text = Arrays.stream(parts)
                .map(String::valueOf)
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
