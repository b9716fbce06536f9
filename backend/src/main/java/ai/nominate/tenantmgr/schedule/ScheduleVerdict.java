package ai.nominate.tenantmgr.schedule;

import java.time.Instant;
import java.util.Locale;

/** What is to be said of a schedule. The names are those of the API and of the table. */
public enum ScheduleVerdict {
    OK,
    WAITING,
    RUNNING,
    MISSED,
    TOO_FAST,
    TOO_SLOW,
    FAILED;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody has to look at it. */
    public boolean isBad() {
        return switch (this) {
            case OK, WAITING, RUNNING -> false;
            case MISSED, TOO_FAST, TOO_SLOW, FAILED -> true;
        };
    }

    /** What is wrong stays wrong while the next run goes on: only its end can put it right. */
    static ScheduleVerdict of(ScheduleState state, Instant now) {
        ScheduleState.LastRuns last = state.last();
        Expectation expected = state.expectation();
        if (last.isRunning() && now.isAfter(last.began().plus(expected.longest()))) {
            return TOO_SLOW;
        }
        if (!last.isRunning() && state.due() != null && now.isAfter(state.due().plus(expected.startGrace()))) {
            return MISSED;
        }
        if (last.failure() != null) {
            return FAILED;
        }
        if (last.took() != null && last.took().compareTo(expected.shortest()) < 0) {
            return TOO_FAST;
        }
        return last.isRunning() ? RUNNING : last.ended() == null ? WAITING : OK;
    }
}
