package ai.nominate.tenantmgr.health;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import ai.nominate.tenantmgr.health.probe.Outcome;
import ai.nominate.tenantmgr.health.probe.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckStateTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Thresholds THRESHOLDS = new Thresholds(3, 2);
    private static final CheckKey CHECK = new CheckKey(UUID.randomUUID(), CheckKind.FRONTEND);

    @Test
    void the_first_good_result_is_enough_for_a_new_check() {
        assertThat(after("o").health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void a_check_falls_with_the_third_failure_in_a_row_and_not_before() {
        assertThat(after("off").health()).isEqualTo(Health.HEALTHY);
        assertThat(after("off").isPending()).isTrue();
        assertThat(after("offo").isPending()).isFalse();

        CheckState fallen = after("offf");

        assertThat(fallen.health()).isEqualTo(Health.UNHEALTHY);
        assertThat(fallen.since()).isEqualTo(BEGIN.plusSeconds(3));
    }

    @Test
    void a_new_check_falls_with_the_third_failure_too() {
        assertThat(after("ff").health()).isEqualTo(Health.UNKNOWN);
        assertThat(after("fff").health()).isEqualTo(Health.UNHEALTHY);
    }

    @Test
    void a_check_rises_with_the_second_good_result_in_a_row() {
        assertThat(after("offfo").health()).isEqualTo(Health.UNHEALTHY);
        assertThat(after("offfoo").health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void a_warning_degrades_it_after_as_many_results_as_a_failure() {
        assertThat(after("oww").health()).isEqualTo(Health.HEALTHY);
        assertThat(after("owww").health()).isEqualTo(Health.DEGRADED);
        assertThat(after("owwwoo").health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void results_that_say_nothing_interrupt_a_row_of_failures() {
        assertThat(after("offuff").health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void a_check_of_which_nothing_is_known_for_long_becomes_unknown_and_never_unhealthy() {
        assertThat(after("ouu").health()).isEqualTo(Health.HEALTHY);
        assertThat(after("ouuu").health()).isEqualTo(Health.UNKNOWN);
        assertThat(after("ouuuo").health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void what_the_supervisor_reports_counts_at_once() {
        CheckState crashed = after("o").after(new CheckResult(CHECK, BEGIN.plusSeconds(9), failed(), true), THRESHOLDS);

        assertThat(crashed.health()).isEqualTo(Health.UNHEALTHY);
    }

    @Test
    void a_result_older_than_the_latest_changes_nothing() {
        CheckState state = after("ooo");

        assertThat(state.after(new CheckResult(CHECK, BEGIN, failed(), true), THRESHOLDS))
                .isEqualTo(state);
    }

    @Test
    void a_check_whose_results_change_all_the_time_flaps_and_is_degraded() {
        assertThat(after("ofofof").isFlapping()).isFalse();

        CheckState flapping = after("ofofofo");

        assertThat(flapping.isFlapping()).isTrue();
        assertThat(flapping.health()).isEqualTo(Health.DEGRADED);
        assertThat(flapping.isPending()).isFalse();
    }

    @Test
    void a_flapping_check_that_fails_without_a_break_is_unhealthy() {
        assertThat(after("ofofofoff").health()).isEqualTo(Health.DEGRADED);
        assertThat(after("ofofofofff").health()).isEqualTo(Health.UNHEALTHY);
        assertThat(after("ofofofofffo").health()).isEqualTo(Health.DEGRADED);
    }

    @Test
    void it_flaps_until_few_changes_are_left_among_its_recent_results() {
        assertThat(after("ofofofo" + "o".repeat(14)).isFlapping()).isTrue();

        CheckState settled = after("ofofofo" + "o".repeat(20));

        assertThat(settled.isFlapping()).isFalse();
        assertThat(settled.health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void the_recent_results_are_the_last_21() {
        assertThat(after("f".repeat(5) + "o".repeat(20)).recent().letters()).isEqualTo("f" + "o".repeat(20));
    }

    @Test
    void a_tenant_is_unhealthy_if_visitors_are_not_served_and_degraded_if_anything_else_is_wrong() {
        assertThat(TenantHealth.of(Map.of(CheckKind.FRONTEND, Health.HEALTHY, CheckKind.DISK, Health.UNKNOWN)))
                .isEqualTo(Health.HEALTHY);
        assertThat(TenantHealth.of(Map.of(CheckKind.FRONTEND, Health.HEALTHY, CheckKind.DISK, Health.UNHEALTHY)))
                .isEqualTo(Health.DEGRADED);
        assertThat(TenantHealth.of(Map.of(CheckKind.FRONTEND, Health.UNHEALTHY, CheckKind.DISK, Health.HEALTHY)))
                .isEqualTo(Health.UNHEALTHY);
        assertThat(TenantHealth.of(Map.of(CheckKind.FRONTEND, Health.UNKNOWN, CheckKind.DISK, Health.HEALTHY)))
                .isEqualTo(Health.UNKNOWN);
        assertThat(TenantHealth.of(Map.of())).isEqualTo(Health.UNKNOWN);
    }

    private static CheckState after(String letters) {
        CheckState state = CheckState.fresh(BEGIN);
        for (int i = 0; i < letters.length(); i++) {
            Verdict verdict = Verdict.of(letters.charAt(i));
            state = state.after(
                    new CheckResult(CHECK, BEGIN.plusSeconds(i), Outcome.of(verdict, verdict.name()), false),
                    THRESHOLDS);
        }
        return state;
    }

    private static Outcome failed() {
        return Outcome.of(Verdict.FAILED, "Service backend is restarting");
    }
}
