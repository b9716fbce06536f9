package ai.nominate.tenantmgr.schedule;

import java.time.Instant;

/**
 * A schedule with what is to be said of it.
 *
 * @param detail a sentence for people
 */
public record JudgedSchedule(ScheduleState state, ScheduleVerdict verdict, String detail) {
    /** Judges a schedule at this time. */
    public static JudgedSchedule of(ScheduleState state, Instant now) {
        ScheduleVerdict verdict = ScheduleVerdict.of(state, now);
        return new JudgedSchedule(state, verdict, detail(state, verdict));
    }

    /** When the trouble began, as far as it is known. */
    public Instant since(Instant now) {
        ScheduleState.LastRuns last = state.last();
        Instant since = switch (verdict) {
            case MISSED -> state.due();
            case TOO_SLOW, RUNNING -> last.began();
            case FAILED, TOO_FAST, OK -> last.ended();
            case WAITING -> now;
        };
        return since == null ? now : since;
    }

    private static String detail(ScheduleState state, ScheduleVerdict verdict) {
        ScheduleState.LastRuns last = state.last();
        Expectation expected = state.expectation();
        return switch (verdict) {
            case OK -> "Done as expected";
            case WAITING -> "Not begun yet";
            case RUNNING -> "A run goes on";
            case MISSED ->
                "A run was expected at " + state.due() + " and did not begin within "
                        + DurationWords.of(expected.startGrace());
            case TOO_SLOW ->
                "A run began at " + last.began() + " and takes longer than " + DurationWords.of(expected.longest());
            case TOO_FAST ->
                "The last run ended after " + DurationWords.of(last.took()) + "; at least "
                        + DurationWords.of(expected.shortest()) + " are expected";
            case FAILED -> "The last run failed: " + last.failure();
        };
    }
}
