package ai.nominate.tenantmgr.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MetricsQueryTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void without_times_it_is_the_last_day_in_steps_of_eight_minutes() {
        assertThat(MetricsQuery.of(null, null, NOW))
                .isEqualTo(new MetricsQuery(Instant.parse("2026-03-01T12:00:00Z"), NOW, 480));
    }

    @Test
    void three_hours_or_less_are_told_minute_by_minute() {
        assertThat(MetricsQuery.of("2026-03-02T09:00:00Z", null, NOW).stepSeconds())
                .isEqualTo(60);
        assertThat(MetricsQuery.of("2026-03-02T08:59:00Z", null, NOW).stepSeconds())
                .isEqualTo(120);
    }

    @Test
    void times_that_are_none_or_in_the_wrong_order_are_named() {
        assertThatThrownBy(() -> MetricsQuery.of("yesterday", "tomorrow", NOW))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused ->
                                assertThat(refused.errors()).extracting("field").containsExactly("to", "from"));
        assertThatThrownBy(() -> MetricsQuery.of("2026-03-02T12:00:00Z", "2026-03-02T12:00:00Z", NOW))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> MetricsQuery.of("2026-02-01T12:00:00Z", null, NOW))
                .isInstanceOf(ProblemException.class);
    }
}
