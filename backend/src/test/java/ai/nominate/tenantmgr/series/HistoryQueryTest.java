package ai.nominate.tenantmgr.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.ProblemException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HistoryQueryTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void without_anything_it_is_the_last_day_in_steps_of_five_minutes() {
        HistoryQuery query = HistoryQuery.of(null, null, null, NOW);

        assertThat(query.from()).isEqualTo(NOW.minus(Duration.ofDays(1)));
        assertThat(query.to()).isEqualTo(NOW);
        assertThat(query.step()).isEqualTo(HistoryQuery.Step.FIVE_MINUTES);
    }

    @Test
    void longer_periods_have_longer_steps() {
        assertThat(step(Duration.ofHours(1))).isEqualTo(HistoryQuery.Step.MINUTE);
        assertThat(step(Duration.ofDays(7))).isEqualTo(HistoryQuery.Step.HOUR);
        assertThat(step(Duration.ofDays(365))).isEqualTo(HistoryQuery.Step.DAY);
    }

    @Test
    void what_cannot_be_meant_is_refused_with_the_parameter() {
        refuses("from", "2026-03-03T12:00:00Z", null, null);
        refuses("from", "2020-03-03T12:00:00Z", null, null);
        refuses("from", "yesterday", null, null);
        refuses("to", null, "soon", null);
        refuses("resolution", null, null, "2m");
        refuses("resolution", null, null, "1m");
    }

    private static HistoryQuery.Step step(Duration length) {
        return HistoryQuery.of(NOW.minus(length).toString(), null, null, NOW).step();
    }

    private static void refuses(String field, String from, String to, String resolution) {
        assertThatThrownBy(() -> HistoryQuery.of(from, to, resolution, NOW))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.field())
                                .containsExactly(field));
    }
}
