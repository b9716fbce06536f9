package ai.nominate.tenantmgr.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.schedule.ScheduleState.LastRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleVerdictTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Expectation EXPECTED =
            new Expectation(Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(30));

    @Test
    void a_run_that_did_not_begin_within_its_grace_is_missed() {
        ScheduleState state = state(done(Duration.ofMinutes(1)), NOON);

        assertThat(at(state, NOON.plus(Duration.ofMinutes(5)))).isEqualTo(ScheduleVerdict.OK);
        assertThat(at(state, NOON.plus(Duration.ofMinutes(5)).plusMillis(1))).isEqualTo(ScheduleVerdict.MISSED);
        assertThat(JudgedSchedule.of(state, NOON.plusSeconds(600)).detail())
                .contains("2026-03-01T12:00:00Z", "5 minutes");
    }

    @Test
    void work_that_never_ran_is_missed_too() {
        ScheduleState state = state(LastRuns.NONE, NOON);

        assertThat(at(state, NOON)).isEqualTo(ScheduleVerdict.WAITING);
        assertThat(at(state, NOON.plus(Duration.ofMinutes(6)))).isEqualTo(ScheduleVerdict.MISSED);
    }

    @Test
    void a_run_may_take_its_longest_time_and_not_more() {
        ScheduleState state = state(new LastRuns(NOON, NOON.minusSeconds(60), Duration.ofSeconds(20), null), NOON);

        assertThat(at(state, NOON.plus(Duration.ofMinutes(30)))).isEqualTo(ScheduleVerdict.RUNNING);
        assertThat(at(state, NOON.plus(Duration.ofMinutes(31)))).isEqualTo(ScheduleVerdict.TOO_SLOW);
    }

    @Test
    void a_run_that_ended_at_once_did_nothing() {
        assertThat(at(state(done(Duration.ofSeconds(9)), NOON), NOON)).isEqualTo(ScheduleVerdict.TOO_FAST);
        assertThat(at(state(done(Duration.ofSeconds(10)), NOON), NOON)).isEqualTo(ScheduleVerdict.OK);
    }

    @Test
    void a_failure_stays_until_a_run_ends_well() {
        LastRuns failed = new LastRuns(NOON.minusSeconds(60), NOON, Duration.ofSeconds(60), "out of space");
        LastRuns next = new LastRuns(NOON.plusSeconds(10), NOON, Duration.ofSeconds(60), "out of space");

        assertThat(at(state(failed, NOON.plusSeconds(60)), NOON)).isEqualTo(ScheduleVerdict.FAILED);
        assertThat(at(state(next, NOON.plusSeconds(60)), NOON.plusSeconds(20))).isEqualTo(ScheduleVerdict.FAILED);
    }

    private static LastRuns done(Duration took) {
        return new LastRuns(NOON.minus(took), NOON, took, null);
    }

    private static ScheduleVerdict at(ScheduleState state, Instant now) {
        return ScheduleVerdict.of(state, now);
    }

    private static ScheduleState state(LastRuns last, Instant due) {
        return new ScheduleState("one", "One", null, null, List.of(), last, due, due, EXPECTED);
    }
}
