package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.settings.SecretBox;
import ai.nominate.tenantmgr.web.Digest;


import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Proves that a question comes from a manager of this installation: an HMAC with a key that is derived from the key for secrets,
 * over question, body, the one that is asked, the time and a number that is used once.
 */
final class RequestSignature {
    static final String HEADER = "X-Tenantmgr-Signature";
    static final Duration TOLERANCE = Duration.ofSeconds(60);
    private static final String PURPOSE = "question to the manager of a server";

    private final SecretBox secrets;
    private final UUID self;
    private final Clock clock;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    /** @param self the manager that is asked here */
    RequestSignature(SecretBox secrets, UUID self, Clock clock) {
        this.secrets = secrets;
        this.self = self;
        this.clock = clock;
    }

    UUID self() {
        return self;
    }

    /** The header's value. */
    String sign(UUID to, String question, byte[] body) {
        long time = clock.instant().getEpochSecond();
        String nonce = UUID.randomUUID().toString();
        return time + " " + nonce + " " + secrets.mac(PURPOSE, text(to, question, body, time, nonce));
    }

    /** Whether it was signed for this manager, lately, and is seen for the first time. */
    boolean isGood(String header, String question, byte[] body) {
        String[] words = header == null ? new String[0] : header.split(" ");
        if (words.length != 3 || !words[0].matches("\\d{1,12}")) {
            return false;
        }
        long time = Long.parseLong(words[0]);
        Instant now = clock.instant();
        boolean isLate =
                Duration.between(Instant.ofEpochSecond(time), now).abs().compareTo(TOLERANCE) > 0;
        if (isLate || !secrets.isMac(words[2], PURPOSE, text(self, question, body, time, words[1]))) {
            return false;
        }
        seen.values().removeIf(forgotten -> forgotten.isBefore(now));
        return seen.putIfAbsent(words[1], now.plus(TOLERANCE.multipliedBy(2))) == null;
    }

    private static byte[] text(UUID to, String question, byte[] body, long time, String nonce) {
        return String.join("\n", to.toString(), question, Long.toString(time), nonce, Digest.of(body))
                .getBytes(StandardCharsets.UTF_8);
    }
}
