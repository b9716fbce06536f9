package ai.nominate.tenantmgr.alert.plan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.alert.finding.Finding;
import ai.nominate.tenantmgr.alert.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final UUID DEMO = new UUID(1, 1);
    private static final QuietHours NIGHT =
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneId.of("Europe/Vienna"), false);

    @Test
    void it_covers_kind_severity_and_tenant() {
        assertThat(rule(Set.of(), Set.of(), Optional.empty()).covers("disk", finding(null, Severity.WARNING)))
                .isTrue();
        assertThat(rule(Set.of("health"), Set.of(), Optional.empty()).covers("disk", finding(null, Severity.WARNING)))
                .isFalse();
        assertThat(rule(Set.of(), Set.of("production"), Optional.empty())
                        .covers("health", finding(List.of("production", "eu"), Severity.CRITICAL)))
                .isTrue();
        assertThat(rule(Set.of(), Set.of("production"), Optional.empty())
                        .covers("health", finding(List.of("eu"), Severity.CRITICAL)))
                .isFalse();
        assertThat(rule(Set.of(), Set.of(), Optional.of(DEMO)).covers("health", finding(List.of(), Severity.WARNING)))
                .isTrue();
        assertThat(rule(Set.of(), Set.of(), Optional.of(new UUID(2, 2)))
                        .covers("health", finding(List.of(), Severity.WARNING)))
                .isFalse();
    }

    @Test
    void the_machine_is_nobodys_so_a_rule_for_some_tenants_does_not_cover_it() {
        assertThat(rule(Set.of(), Set.of("production"), Optional.empty())
                        .covers("disk", finding(null, Severity.CRITICAL)))
                .isFalse();
        assertThat(rule(Set.of(), Set.of(), Optional.of(DEMO)).covers("disk", finding(null, Severity.CRITICAL)))
                .isFalse();
    }

    @Test
    void quiet_hours_span_midnight_in_their_own_zone_and_let_critical_alerts_through() {
        Rule rule = new Rule(
                new UUID(9, 9),
                Set.of(),
                Severity.WARNING,
                Set.of(),
                Optional.empty(),
                List.of(),
                Duration.ZERO,
                Optional.of(NIGHT));
        Instant late = Instant.parse("2026-03-01T22:30:00Z"); // 23:30 in Vienna
        Instant early = Instant.parse("2026-03-02T05:59:00Z");

        assertThat(rule.allowed(Severity.WARNING, late)).isEqualTo("2026-03-02T06:00:00Z");
        assertThat(rule.allowed(Severity.WARNING, early)).isEqualTo("2026-03-02T06:00:00Z");
        assertThat(rule.allowed(Severity.WARNING, Instant.parse("2026-03-02T06:00:00Z")))
                .isEqualTo("2026-03-02T06:00:00Z");
        assertThat(rule.allowed(Severity.CRITICAL, late)).isEqualTo(late);
    }

    @Test
    void quiet_hours_end_by_the_clock_on_the_wall_when_it_is_set_forward_or_back() {
        // in Vienna summer time begins on 2026-03-29 and ends on 2026-10-25
        assertThat(NIGHT.end(Instant.parse("2026-03-28T23:00:00Z"))).isEqualTo("2026-03-29T05:00:00Z");
        assertThat(NIGHT.end(Instant.parse("2026-10-24T22:00:00Z"))).isEqualTo("2026-10-25T06:00:00Z");
    }

    private static Rule rule(Set<String> kinds, Set<String> labels, Optional<UUID> tenant) {
        return new Rule(
                new UUID(9, 9), kinds, Severity.WARNING, labels, tenant, List.of(), Duration.ZERO, Optional.empty());
    }

    /** @param labels null for the machine */
    private static Finding finding(List<String> labels, Severity severity) {
        Finding.Subject subject = labels == null ? null : new Finding.Subject(DEMO, "demo", labels);
        return new Finding("a", severity, subject, "A", "A detail", Instant.EPOCH);
    }
}
