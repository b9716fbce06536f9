package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Notices that a large share of the tenants begins to fail at once: then the fault is taken for the machine's or the manager's, and
 * failures are held back, until the share falls or the failures have lasted so long that they stand. Not thread-safe.
 */
final class MassFailure {
    static final Duration WINDOW = Duration.ofSeconds(30);
    static final Duration LONGEST_HOLD = Duration.ofMinutes(10);
    /** Fewer tenants than this are never a mass failure. */
    static final int LEAST = 5;

    private final Map<UUID, Seen> seen = new HashMap<>();
    private Instant since;

    private record Seen(Instant at, boolean hasFailed) {}

    /**
     * Takes a result of a vital check into account.
     *
     * @param isNew whether the check is not confirmed as failing already
     */
    void add(CheckResult result, boolean isNew) {
        if (!result.check().kind().isVital() || result.verdict() == Verdict.UNKNOWN) {
            return;
        }
        boolean hasFailed = result.verdict() == Verdict.FAILED;
        if (hasFailed && !isNew) {
            return;
        }
        Seen before = seen.get(result.check().tenant());
        // one failing check makes a failing tenant, even if its other checks pass
        boolean stays = before != null
                && before.hasFailed()
                && !hasFailed
                && before.at().plusSeconds(5).isAfter(result.at());
        if (!stays) {
            seen.put(result.check().tenant(), new Seen(result.at(), hasFailed));
        }
    }

    /** Whether failures are held back now. */
    boolean isHeld(Instant now, int percent) {
        seen.values().removeIf(each -> each.at().isBefore(now.minus(WINDOW)));
        long failing = seen.values().stream().filter(Seen::hasFailed).count();
        boolean isMass = failing >= LEAST && failing * 100 > (long) percent * seen.size();
        since = isMass ? since == null ? now : since : null;
        return isMass && now.isBefore(since.plus(LONGEST_HOLD));
    }

    /** When the present mass of failures began; null if there is none. */
    Instant since() {
        return since;
    }
}
