package ai.nominate.tenantmgr.analysis.claude;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private final Provider provider = provider("one");
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final CircuitBreaker breaker = new CircuitBreaker(new Clock() {
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
    });

    @Test
    void a_provider_that_failed_three_times_is_left_alone_for_a_minute() {
        fail(3, AiFailure.OVERLOADED);

        assertThat(breaker.admits(provider)).isFalse();
        now = now.plus(CircuitBreaker.PAUSE);
        assertThat(breaker.admits(provider)).as("the one who tries").isTrue();
        assertThat(breaker.admits(provider)).as("those beside").isFalse();
        breaker.succeeded(provider);
        assertThat(breaker.admits(provider)).isTrue();
    }

    @Test
    void a_success_between_failures_counts() {
        fail(2, AiFailure.LATE);
        breaker.succeeded(provider);
        fail(2, AiFailure.LATE);

        assertThat(breaker.admits(provider)).isTrue();
    }

    @Test
    void an_answer_that_was_not_usable_is_no_outage() {
        fail(9, AiFailure.UNUSABLE);

        assertThat(breaker.admits(provider)).isTrue();
    }

    @Test
    void a_spend_limit_is_respected_at_once_and_for_longer() {
        fail(1, AiFailure.SPEND_LIMIT);

        now = now.plus(CircuitBreaker.LONG_PAUSE).minus(Duration.ofSeconds(1));
        assertThat(breaker.admits(provider)).isFalse();
        now = now.plusSeconds(1);
        assertThat(breaker.admits(provider)).isTrue();
    }

    @Test
    void another_key_is_another_provider() {
        fail(1, AiFailure.SPEND_LIMIT);

        assertThat(breaker.admits(provider("two"))).isTrue();
    }

    private void fail(int times, AiFailure failure) {
        for (int i = 0; i < times; i++) {
            breaker.admits(provider);
            breaker.failed(provider, failure);
        }
    }

    private static Provider provider(String key) {
        return new Provider(URI.create("https://api.example"), new Secret(key), "model");
    }
}
