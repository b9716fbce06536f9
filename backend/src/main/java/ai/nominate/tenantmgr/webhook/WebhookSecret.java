package ai.nominate.tenantmgr.webhook;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.Secret;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes and checks the secrets that forges and the manager share. */
final class WebhookSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SHORTEST = 16;
    private static final int LONGEST = 200;

    private WebhookSecret() {}

    /** 256 bits. */
    static Secret make() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** @throws InvalidValue if it is too short, or not what a header can carry */
    static Secret of(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new InvalidValue("must be " + SHORTEST + " to " + LONGEST + " ASCII characters without spaces");
        }
        return new Secret(text);
    }
}
