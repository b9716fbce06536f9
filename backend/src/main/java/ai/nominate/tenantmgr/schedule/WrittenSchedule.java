package ai.nominate.tenantmgr.schedule;

import java.time.Duration;
import java.time.Instant;

/** What was stored of a schedule, and when: each at most once a minute, unless its verdict changes. */
record WrittenSchedule(JudgedSchedule judged, Instant at) {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    boolean isStale(JudgedSchedule present, Instant now) {
        return present.verdict() != judged.verdict()
                || !present.state().equals(judged.state()) && !now.isBefore(at.plus(PAUSE));
    }
}
