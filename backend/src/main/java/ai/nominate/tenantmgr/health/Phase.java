package ai.nominate.tenantmgr.health;

import java.time.Duration;
import java.time.Instant;

/**
 * When a check is due: at a fixed place within the interval that follows from its tenant and kind. So checks are spread evenly,
 * whichever manager makes them and whenever it started, and a missed one is not made up for.
 */
final class Phase {
    private Phase() {}

    /** The first time after {@code now} that is due. */
    static Instant next(CheckKey check, Duration interval, Instant now) {
        long length = interval.toMillis();
        long place = Long.remainderUnsigned(mixed(check), length);
        long since = Math.floorMod(now.toEpochMilli() - place, length);
        return Instant.ofEpochMilli(now.toEpochMilli() + length - since);
    }

    /** A part of a pause, from none of it to all of it, always the same for a check. */
    static Duration spread(CheckKey check, Duration pause) {
        return Duration.ofMillis(Long.remainderUnsigned(mixed(check), Math.max(1, pause.toMillis())));
    }

    /** The finaliser of MurmurHash3: ids that follow each other in time do not come next to each other. */
    private static long mixed(CheckKey check) {
        long hash = check.tenant().getMostSignificantBits() * 31
                + check.tenant().getLeastSignificantBits()
                + check.kind().code() * 0x9E3779B97F4A7C15L;
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
