package ai.nominate.tenantmgr.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RefusalBoundTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final RefusalBound bound = new RefusalBound(new Hand());

    @Test
    void twenty_refusals_are_free_and_the_next_must_wait() {
        refuse("1.1.1.1", 19);
        assertThat(bound.wait("1.1.1.1")).isZero();

        refuse("1.1.1.1", 1);

        assertThat(bound.wait("1.1.1.1")).isEqualTo(Duration.ofSeconds(3));
        assertThat(bound.wait("2.2.2.2")).isZero();
    }

    @Test
    void a_refusal_is_forgotten_after_three_seconds() {
        refuse("1.1.1.1", 20);

        now = now.plusSeconds(3);

        assertThat(bound.wait("1.1.1.1")).isZero();
        refuse("1.1.1.1", 1);
        assertThat(bound.wait("1.1.1.1")).isPositive();
    }

    @Test
    void the_memory_for_networks_is_bounded() {
        refuse("first", 20);
        for (int i = 0; i < 10_000; i++) {
            refuse("network " + i, 1);
        }

        assertThat(bound.wait("first")).isZero();
    }

    private void refuse(String network, int times) {
        for (int i = 0; i < times; i++) {
            bound.refused(network);
        }
    }

    /** A clock that the test sets. */
    private final class Hand extends Clock {
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
