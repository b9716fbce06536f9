package ai.nominate.tenantmgr.health;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import ai.nominate.tenantmgr.kernel.Uuid7;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhaseTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void a_check_is_due_once_in_each_interval_whoever_counts() {
        CheckKey check = new CheckKey(Uuid7.next(), CheckKind.BACKEND);
        Instant first = Phase.next(check, MINUTE, NOW);

        assertThat(first).isAfter(NOW).isBeforeOrEqualTo(NOW.plus(MINUTE));
        assertThat(Phase.next(check, MINUTE, first)).isEqualTo(first.plus(MINUTE));
        assertThat(Phase.next(check, MINUTE, first.plusSeconds(59))).isEqualTo(first.plus(MINUTE));
        assertThat(Phase.next(check, MINUTE, first.plusSeconds(600))).isEqualTo(first.plusSeconds(660));
    }

    @Test
    void checks_of_tenants_that_were_made_together_are_spread_over_the_interval() {
        int[] bySecond = new int[60];
        List<CheckKey> checks = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            var tenant = Uuid7.next();
            checks.add(new CheckKey(tenant, CheckKind.FRONTEND));
            checks.add(new CheckKey(tenant, CheckKind.BACKEND));
        }
        checks.forEach(check -> bySecond[(int) (Phase.next(check, MINUTE, NOW).getEpochSecond() % 60)]++);

        // 167 a second on average; six standard deviations of a fair spread
        assertThat(IntStream.of(bySecond).min().orElseThrow()).isGreaterThan(90);
        assertThat(IntStream.of(bySecond).max().orElseThrow()).isLessThan(245);
    }
}
