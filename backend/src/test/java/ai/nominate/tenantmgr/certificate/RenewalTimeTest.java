package ai.nominate.tenantmgr.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RenewalTimeTest {
    private static final Instant START = Instant.parse("2026-11-28T12:00:00Z");
    private final Random random = new Random(1);

    @Test
    void a_certificate_is_due_when_the_authority_says_so() {
        Instant suggested = START.plus(Duration.ofDays(10));
        assertThat(RenewalTime.of(START, end(90), Optional.of(suggested), random))
                .isEqualTo(suggested);
    }

    @Test
    void else_after_two_thirds_of_its_life_and_never_two_at_once() {
        assertThat(Stream.generate(() -> RenewalTime.of(START, end(90), Optional.empty(), random))
                        .limit(100))
                .allSatisfy(time -> assertThat(time).isBetween(START.plus(Duration.ofHours(1332)), end(60)))
                .doesNotHaveDuplicates();
        assertThat(RenewalTime.of(START, end(90), Optional.of(end(91)), random)).isBefore(end(61));
    }

    @Test
    void a_failure_is_tried_again_after_hours_and_at_last_once_a_day() {
        for (int failures = 1; failures <= 40; failures++) {
            long hours = Math.min(24, 1L << Math.min(failures - 1, 10));
            assertThat(RenewalTime.pause(failures, random))
                    .isBetween(Duration.ofMinutes(hours * 54), Duration.ofMinutes(hours * 66));
        }
    }

    @Test
    void a_server_asks_lets_encrypt_and_a_laptop_asks_itself_unless_told_otherwise() {
        assertThat(Authorities.directory("auto", true))
                .contains(URI.create("https://acme-v02.api.letsencrypt.org/directory"));
        assertThat(Authorities.directory("auto", false)).isEmpty();
        assertThat(Authorities.directory("internal", true)).isEmpty();
        assertThat(Authorities.directory("https://ca.example.com/dir", false))
                .contains(URI.create("https://ca.example.com/dir"));
    }

    private static Instant end(int days) {
        return START.plus(Duration.ofDays(days));
    }
}
