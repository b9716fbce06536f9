package ai.nominate.tenantmgr.alert.plan;

import java.time.Duration;
import java.time.Instant;

/**
 * When many alerts are one: the share of a server's tenants that fail at once.
 *
 * @param percent of its tenants that serve
 * @param serving how many these are
 */
public record MassPolicy(int percent, long serving) {
    /** Alerts this young that nobody was told of are part of a mass failure that begins now. */
    static final Duration GATHERED = Duration.ofMinutes(2);
    /** Failures that come so soon after its beginning belong to it. */
    static final Duration JOINED = Duration.ofMinutes(10);

    private static final int LEAST = 5;

    /** The kind whose alerts are folded. */
    public static final String KIND = "health";

    boolean isMass(long failing) {
        return failing >= LEAST && failing * 100 > percent * Math.max(serving, failing);
    }

    boolean isYoung(OpenAlert alert, Instant now) {
        return !alert.opened().plus(GATHERED).isBefore(now);
    }

    boolean takesMore(OpenAlert mass, long failing, Instant now) {
        return isMass(failing) || mass.opened().plus(JOINED).isAfter(now);
    }
}
