package ai.nominate.tenantmgr.alert.plan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.alert.finding.Finding;
import ai.nominate.tenantmgr.alert.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MassFoldingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID CHANNEL = new UUID(1, 1);

    private final Outbox outbox = new Outbox(
            List.of(new Rule(
                    new UUID(3, 1),
                    Set.of(),
                    Severity.WARNING,
                    Set.of("production"),
                    Optional.empty(),
                    List.of(CHANNEL),
                    Duration.ofMinutes(1),
                    Optional.empty())),
            new MassPolicy(30, 20));

    @Test
    void one_message_speaks_for_many_tenants_that_fail_at_once_and_one_says_that_all_are_well() {
        look(4, NOON);
        look(12, NOON.plusSeconds(30));

        assertThat(sent(NOON.plusSeconds(120))).containsExactly("mass OPENED");
        assertThat(outbox.open()).hasSize(13);

        look(3, NOON.plusSeconds(300));
        assertThat(sent(NOON.plusSeconds(300))).isEmpty();
        look(0, NOON.plusSeconds(400));
        assertThat(sent(NOON.plusSeconds(400))).containsExactly("mass OVER");
        assertThat(outbox.open()).isEmpty();
    }

    @Test
    void four_tenants_are_told_one_by_one() {
        look(4, NOON);

        assertThat(sent(NOON.plusSeconds(61))).hasSize(4).doesNotContain("mass OPENED");
    }

    @Test
    void a_tenant_that_fails_long_after_a_mass_failure_speaks_for_itself() {
        look(12, NOON);
        sent(NOON.plusSeconds(61));
        look(2, NOON.plus(Duration.ofHours(1)));

        look(3, NOON.plus(Duration.ofHours(1)).plusSeconds(5));

        assertThat(sent(NOON.plus(Duration.ofHours(2)))).containsExactly("t3 OPENED");
    }

    @Test
    void who_was_told_already_is_not_folded() {
        look(1, NOON);
        sent(NOON.plusSeconds(61));

        look(10, NOON.plusSeconds(70));
        look(0, NOON.plusSeconds(200));

        assertThat(sent(NOON.plusSeconds(300))).containsExactly("t1 OVER");
    }

    private void look(int failing, Instant now) {
        List<Finding> findings = IntStream.rangeClosed(1, failing)
                .mapToObj(number -> new Finding(
                        "t" + number,
                        Severity.CRITICAL,
                        new Finding.Subject(new UUID(5, number), "t" + number, List.of("production")),
                        "t" + number,
                        "",
                        now))
                .toList();
        outbox.look(Map.of("health", findings), now, false);
    }

    private List<String> sent(Instant now) {
        List<String> sent = new java.util.ArrayList<>();
        for (Outbox.Row row = outbox.claim(now); row != null; row = outbox.claim(now)) {
            row.state = "sent";
            sent.add(outbox.alerts.get(row.message.alert()).alert.key() + " " + row.message.phase());
        }
        return sent;
    }
}
