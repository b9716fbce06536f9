package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.Outcome;
import java.time.Instant;

/**
 * What is known of one check. A result changes the health only after enough equal ones in a row. A flapping check is degraded until
 * its results settle, and unhealthy while it fails without a break.
 *
 * @param health confirmed
 * @param since when it became so
 * @param next the health that the latest results speak for; the same as {@code health} unless a change is pending
 * @param streak how many results in a row speak for {@code next}
 * @param at when the latest look began; null before the first
 * @param latest what it saw; null before the first
 */
record CheckState(
        Health health,
        Instant since,
        Health next,
        int streak,
        boolean isFlapping,
        RecentResults recent,
        Instant at,
        Outcome latest) {

    static CheckState fresh(Instant now) {
        return new CheckState(Health.UNKNOWN, now, Health.UNKNOWN, 0, false, RecentResults.NONE, null, null);
    }

    /** Whether the next result may change the health, so that it is looked at again soon. */
    boolean isPending() {
        return next != health && !isFlapping;
    }

    /** A result that is older than the latest changes nothing. */
    CheckState after(CheckResult result, Thresholds thresholds) {
        if (at != null && result.at().isBefore(at)) {
            return this;
        }
        Health wanted = Health.of(result.verdict());
        int inARow = wanted == next ? Math.min(streak + 1, 1000) : 1;
        RecentResults results = recent.with(result.verdict());
        boolean flaps = results.isFlapping(isFlapping);
        Health now = confirmed(wanted, inARow, flaps, result.isCertain(), thresholds);
        return new CheckState(
                now,
                now == health ? since : result.at(),
                wanted,
                inARow,
                flaps,
                results,
                result.at(),
                result.outcome());
    }

    private Health confirmed(Health wanted, int inARow, boolean flaps, boolean isCertain, Thresholds thresholds) {
        if (flaps) {
            return wanted == Health.UNHEALTHY && inARow >= thresholds.fall() ? wanted : Health.DEGRADED;
        }
        boolean isEnough = wanted == health || isCertain || isFlapping || inARow >= thresholds.needed(health, wanted);
        return isEnough ? wanted : health;
    }
}
