package ai.nominate.tenantmgr.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A flood of refusals writes a bounded number of log lines. */
class LogGateTest {
    private final AtomicLong now =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(1).toNanos());
    private final LogGate gate = new LogGate(10, 5, now::get);

    @Test
    void a_burst_passes_and_the_rest_of_a_flood_is_left_out() {
        assertThat(passed(1000)).isEqualTo(10);
    }

    @Test
    void in_the_long_run_five_lines_pass_in_each_second() {
        passed(1000);
        long lines = 0;
        for (int second = 0; second < 60; second++) {
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            lines += passed(1000);
        }
        assertThat(lines).isEqualTo(300);
    }

    @Test
    void the_next_line_says_how_many_were_left_out() {
        passed(1000);
        assertThat(gate.pass()).isEmpty();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(gate.pass()).hasValue(" (991 such lines were left out before this one)");
        assertThat(gate.pass()).hasValue("");
    }

    private long passed(int attempts) {
        return IntStream.range(0, attempts)
                .filter(each -> gate.pass().isPresent())
                .count();
    }
}
