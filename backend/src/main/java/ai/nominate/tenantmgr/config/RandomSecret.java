package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.kernel.Secret;


import java.security.SecureRandom;
import java.util.Base64;

/** Generates secrets. */
final class RandomSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private RandomSecret() {}

    /** For programs: 256 bits. */
    static Secret token() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** For people: 20 unambiguous characters, more than 110 bits. */
    static Secret password() {
        StringBuilder text = new StringBuilder();
        RANDOM.ints(20, 0, READABLE.length()).forEach(index -> text.append(READABLE.charAt(index)));
        return new Secret(text.toString());
    }
}
