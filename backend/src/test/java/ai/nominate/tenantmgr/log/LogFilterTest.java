package ai.nominate.tenantmgr.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A stream lets through what a page would have. */
class LogFilterTest {
    private static final UUID ACME = UUID.fromString("01990000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("01990000-0000-7000-8000-000000000002");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void a_level_is_the_least_one() {
        LogFilter warnings = new LogFilter(LogLevel.WARN, null, null, null, null, null, null, Optional.empty());

        assertThat(warnings.matches(entry("info", null, "a"))).isFalse();
        assertThat(warnings.matches(entry("warn", null, "a"))).isTrue();
        assertThat(warnings.matches(entry("error", null, "a"))).isTrue();
    }

    @Test
    void who_is_limited_to_tenants_gets_nothing_that_is_about_no_tenant() {
        LogFilter limited = new LogFilter(null, null, null, null, null, null, null, Optional.of(Set.of(ACME)));

        assertThat(limited.matches(entry("info", ACME, "a"))).isTrue();
        assertThat(limited.matches(entry("info", OTHER, "a"))).isFalse();
        assertThat(limited.matches(entry("info", null, "a"))).isFalse();
    }

    @Test
    void a_search_ignores_case_and_looks_at_text_and_logger() {
        assertThat(search("ACME").matches(entry("info", null, "lease of acme"))).isTrue();
        assertThat(search("some.logger").matches(entry("info", null, "a"))).isTrue();
        assertThat(search("nowhere").matches(entry("info", null, "a"))).isFalse();
        assertThat(search("  ").matches(entry("info", null, "a"))).isTrue();
    }

    @Test
    void a_time_begins_included_and_ends_excluded() {
        LogFilter minute = new LogFilter(null, null, null, null, null, NOON, NOON.plusSeconds(60), Optional.empty());
        LogFilter before = new LogFilter(null, null, null, null, null, null, NOON, Optional.empty());

        assertThat(minute.matches(entry("info", null, "a"))).isTrue();
        assertThat(before.matches(entry("info", null, "a"))).isFalse();
    }

    @Test
    void each_condition_of_the_statement_has_its_parameter() {
        LogFilter all = new LogFilter(
                LogLevel.ERROR, LogSource.REQUEST, ACME, OTHER, "x", NOON, NOON, Optional.of(Set.of(ACME)));
        List<Object> parameters = new ArrayList<>(List.of(1, 2, 3));

        assertThat(all.range(parameters))
                .isEqualTo(" and at >= $4 and at < $5 and tenant_id = $6 and tenant_id = any($7)");
        assertThat(all.condition(parameters))
                .startsWith(
                        " and level = any($8) and source = $9 and run_id = $10 and (position($11 in lower(text)) > 0");
        assertThat(parameters).hasSize(11);
    }

    private static LogFilter search(String text) {
        return new LogFilter(null, null, null, null, text, null, null, Optional.empty());
    }

    private static LogEntry entry(String level, UUID tenant, String text) {
        return new LogEntry(
                1, NOON, level, "manager", 1, "some.Logger", tenant, null, null, null, null, null, null, null, text);
    }
}
