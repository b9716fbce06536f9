package ai.nominate.tenantmgr.analysis.claude;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.analysis.claude.Exchange.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryRuleTest {
    private final RetryRule rule = new RetryRule(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void the_provider_says_when() {
        assertThat(pause(429, Map.of("retry-after", "3"))).contains(Duration.ofSeconds(3));
        assertThat(pause(429, Map.of("retry-after-ms", "250", "retry-after", "3")))
                .contains(Duration.ofMillis(250));
        assertThat(pause(529, Map.of("retry-after", "Sun, 1 Mar 2026 12:00:07 GMT")))
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void a_time_that_cannot_be_read_or_is_over_is_the_usual_one() {
        for (String text : new String[] {"soon", "-5", "1e9", "99999999999", "Sun, 1 Mar 2026 11:00:00 GMT", ""}) {
            assertThat(pause(503, Map.of("retry-after", text))).contains(Duration.ofMillis(700));
        }
        assertThat(pause(500, Map.of())).contains(Duration.ofMillis(700));
    }

    @Test
    void the_provider_says_whether() {
        assertThat(pause(500, Map.of("x-should-retry", "false"))).isEmpty();
        assertThat(pause(400, Map.of("x-should-retry", "true"))).isPresent();
    }

    @Test
    void an_error_of_ours_is_not_repeated() {
        for (int status : new int[] {400, 401, 403, 404, 413, 422}) {
            assertThat(pause(status, Map.of())).isEmpty();
        }
        assertThat(pause(408, Map.of())).isPresent();
        assertThat(pause(409, Map.of())).isPresent();
    }

    @Test
    void a_spend_limit_is_not_repeated_whatever_the_headers_say() {
        byte[] body = "{\"error\":{\"details\":{\"error_code\":\"enforced_spend_limit_reached\"}}}"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(rule.pause(new Reply(429, Map.of("x-should-retry", "true", "retry-after", "1"), body)))
                .isEmpty();
    }

    @Test
    void who_did_not_answer_in_time_is_not_asked_again() {
        assertThat(rule.pause(new Exchange.Late())).isEmpty();
        assertThat(rule.pause(new Exchange.TooLong())).isEmpty();
        assertThat(rule.pause(new Exchange.Unreachable())).isPresent();
    }

    private Optional<Duration> pause(int status, Map<String, String> headers) {
        return rule.pause(new Reply(status, headers, new byte[0]));
    }
}
