package ai.nominate.tenantmgr.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RecurringTaskTest {
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Moving clock = new Moving();
    private final ScheduleBook book = new ScheduleBook(clock);
    private final RecurringTask task = book.register("a.task", "A task", EVERY, Duration.ofMinutes(2));

    @Test
    void it_is_missed_when_nobody_runs_it_and_right_again_after_a_run() {
        assertThat(verdict()).isEqualTo(ScheduleVerdict.WAITING);
        clock.move(Duration.ofMinutes(4));
        assertThat(verdict()).isEqualTo(ScheduleVerdict.MISSED);

        task.run(() -> Uni.createFrom().item(1)).await().indefinitely();

        assertThat(verdict()).isEqualTo(ScheduleVerdict.OK);
        assertThat(book.states())
                .singleElement()
                .satisfies(state ->
                        assertThat(state.next()).isEqualTo(clock.instant().plus(EVERY)));
    }

    @Test
    void a_failure_is_the_work_s_and_its_message_is_not_kept() {
        assertThatThrownBy(() -> task.runBlocking(() -> {
                    throw new IllegalStateException("password hunter2");
                }))
                .isInstanceOf(IllegalStateException.class);

        JudgedSchedule judged = JudgedSchedule.of(book.states().getFirst(), clock.instant());
        assertThat(judged.verdict()).isEqualTo(ScheduleVerdict.FAILED);
        assertThat(judged.detail()).contains("IllegalStateException").doesNotContain("hunter2");
    }

    @Test
    void without_the_lease_nothing_is_expected_and_with_it_the_time_before_does_not_count() {
        task.rest();
        clock.move(Duration.ofHours(3));
        assertThat(book.states()).isEmpty();

        task.expect();

        assertThat(verdict()).isEqualTo(ScheduleVerdict.WAITING);
        clock.move(Duration.ofMinutes(2));
        assertThat(verdict()).isEqualTo(ScheduleVerdict.WAITING);
        clock.move(Duration.ofMinutes(2));
        assertThat(verdict()).isEqualTo(ScheduleVerdict.MISSED);
    }

    private ScheduleVerdict verdict() {
        return ScheduleVerdict.of(book.states().getFirst(), clock.instant());
    }

    private static final class Moving extends Clock {
        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        void move(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
