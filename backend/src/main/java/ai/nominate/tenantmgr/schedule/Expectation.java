package ai.nominate.tenantmgr.schedule;

import java.time.Duration;

/**
 * What is expected of each run of a schedule.
 *
 * @param startGrace how late it may begin
 * @param shortest a run that ended sooner did nothing; zero if any is long enough
 * @param longest a run that takes longer hangs
 */
public record Expectation(Duration startGrace, Duration shortest, Duration longest) {
    private static final Duration LEAST_GRACE = Duration.ofMinutes(1);
    private static final Duration MOST_GRACE = Duration.ofMinutes(15);

    /** For work of any shortness: it may begin late by twice its interval, at least a minute and at most a quarter of an hour. */
    public static Expectation every(Duration interval, Duration longest) {
        Duration grace = interval.multipliedBy(2);
        Duration atLeast = grace.compareTo(LEAST_GRACE) < 0 ? LEAST_GRACE : grace;
        return new Expectation(atLeast.compareTo(MOST_GRACE) > 0 ? MOST_GRACE : atLeast, Duration.ZERO, longest);
    }
}
