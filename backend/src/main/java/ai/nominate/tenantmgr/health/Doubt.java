package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.Verdict;
import java.time.Duration;
import java.time.Instant;

/**
 * The time in which failures say nothing of a tenant, because the manager's own database was away: applications may use the same
 * server, and the manager did not see what it did. It begins with the last write that succeeded and ends a while after the first
 * that succeeds again. Not thread-safe.
 */
final class Doubt {
    /** Time for applications to connect again. */
    static final Duration RECOVERY = Duration.ofSeconds(30);

    static final String REASON = "Not judged: the manager's own database was away. ";

    private Instant lastWritten;
    private Instant from;
    private Instant until;

    Doubt(Instant begin) {
        this.lastWritten = begin;
    }

    void written(Instant now) {
        if (from != null && until == null) {
            until = now.plus(RECOVERY);
        }
        lastWritten = now;
    }

    void failed() {
        if (from == null || until != null && lastWritten.isAfter(until)) {
            from = lastWritten;
        }
        until = null;
    }

    /** Whether the database has not come back since a write failed. */
    boolean isOpen() {
        return from != null && until == null;
    }

    CheckResult judge(CheckResult result) {
        boolean isInside = from != null
                && !result.at().isBefore(from)
                && (until == null || result.at().isBefore(until));
        return isInside && result.verdict() == Verdict.FAILED
                ? result.as(Verdict.UNKNOWN, REASON + result.outcome().detail())
                : result;
    }
}
