package ai.nominate.tenantmgr.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Time-ordered ids (RFC 9562, version 7): new rows are appended to the end of an index and sort by age. */
public final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {}

    public static UUID next() {
        long millis = System.currentTimeMillis();
        long high = millis << 16 | 0x7000L | RANDOM.nextInt(1 << 12);
        long low = RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
