package ai.nominate.tenantmgr.webhook.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusOutcomeTest {
    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204})
    void a_status_that_was_taken_is_sent(int status) {
        assertThat(of(Forge.GITHUB, status, null, "{}")).isEqualTo(new StatusOutcome.Sent());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 422, 301, 307})
    void what_another_try_would_not_change_has_failed(int status) {
        assertThat(of(Forge.GITHUB, status, null, "")).isInstanceOf(StatusOutcome.Failed.class);
    }

    @Test
    void a_forge_that_asks_to_wait_is_asked_again_then_but_within_an_hour() {
        assertThat(after(429, "30")).hasValue(Duration.ofSeconds(30));
        assertThat(after(403, "60")).hasValue(Duration.ofSeconds(60));
        assertThat(after(503, "999999999")).hasValue(Duration.ofHours(1));
        assertThat(after(429, "0")).hasValue(Duration.ofSeconds(1));
        assertThat(after(429, "Wed, 21 Oct 2026 07:28:00 GMT")).isEmpty();
        assertThat(after(502, null)).isEmpty();
    }

    @Test
    void gitlab_has_a_status_that_it_refuses_to_set_again() {
        String text = "{\"message\":\"Cannot transition status via :enqueue from :pending (Reason(s): Status cannot "
                + "transition via \\\"enqueue\\\")\"}";

        assertThat(of(Forge.GITLAB, 400, null, text)).isEqualTo(new StatusOutcome.Sent());
        assertThat(of(Forge.GITHUB, 400, null, text)).isInstanceOf(StatusOutcome.Failed.class);
    }

    @Test
    void a_refusal_is_quoted_in_one_short_visible_line() {
        StatusOutcome.Failed failed = (StatusOutcome.Failed)
                of(Forge.GITHUB, 422, null, "{\"message\":\"No commit\u001b[2J\n\"}" + "x".repeat(5000));

        assertThat(failed.why())
                .startsWith("The forge answered 422: {\"message\":\"No commit?[2J?")
                .hasSizeLessThan(300);
    }

    private static Optional<Duration> after(int status, String retryAfter) {
        return ((StatusOutcome.Later) of(Forge.GITHUB, status, retryAfter, "")).after();
    }

    private static StatusOutcome of(Forge forge, int status, String retryAfter, String text) {
        return StatusOutcome.of(forge, status, retryAfter, text);
    }
}
