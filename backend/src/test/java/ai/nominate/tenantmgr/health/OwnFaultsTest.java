package ai.nominate.tenantmgr.health;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import ai.nominate.tenantmgr.health.probe.Outcome;
import ai.nominate.tenantmgr.health.probe.Verdict;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Faults of the manager and of the machine are not held against tenants. */
class OwnFaultsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int PERCENT = 30;

    private final MassFailure mass = new MassFailure();

    @Test
    void one_failing_tenant_is_its_own_fault() {
        results(0, 9, Verdict.OK);
        results(9, 10, Verdict.FAILED);

        assertThat(mass.isHeld(NOW, PERCENT)).isFalse();
    }

    @Test
    void a_large_share_that_fails_at_once_is_held_back() {
        results(0, 10, Verdict.OK);
        results(10, 15, Verdict.FAILED);

        assertThat(mass.isHeld(NOW, PERCENT)).isTrue();
    }

    @Test
    void few_tenants_are_no_mass_whatever_their_share() {
        results(0, 4, Verdict.FAILED);

        assertThat(mass.isHeld(NOW, PERCENT)).isFalse();
    }

    @Test
    void tenants_that_are_known_to_fail_do_not_count_again() {
        for (int i = 0; i < 20; i++) {
            mass.add(result(i, Verdict.FAILED, NOW), false);
        }

        assertThat(mass.isHeld(NOW, PERCENT)).isFalse();
    }

    @Test
    void a_good_answer_of_another_check_at_the_same_moment_does_not_hide_a_failure() {
        for (int i = 0; i < 6; i++) {
            mass.add(result(i, Verdict.FAILED, NOW), true);
            mass.add(
                    new CheckResult(new CheckKey(tenant(i), CheckKind.SERVICE), NOW, outcome(Verdict.OK), false), true);
        }

        assertThat(mass.isHeld(NOW, PERCENT)).isTrue();
    }

    @Test
    void failures_that_last_stand_in_the_end() {
        Instant now = NOW;
        while (now.isBefore(NOW.plus(MassFailure.LONGEST_HOLD))) {
            for (int i = 0; i < 10; i++) {
                mass.add(result(i, Verdict.FAILED, now), true);
            }
            assertThat(mass.isHeld(now, PERCENT)).isTrue();
            now = now.plusSeconds(20);
        }
        mass.add(result(0, Verdict.FAILED, now), true);

        assertThat(mass.isHeld(now, PERCENT)).isFalse();
        assertThat(mass.since()).isEqualTo(NOW);
    }

    @Test
    void it_is_over_when_the_share_falls() {
        results(0, 10, Verdict.FAILED);
        assertThat(mass.isHeld(NOW, PERCENT)).isTrue();
        for (int i = 0; i < 10; i++) {
            mass.add(result(i, Verdict.OK, NOW.plusSeconds(20)), true);
        }

        assertThat(mass.isHeld(NOW.plusSeconds(20), PERCENT)).isFalse();
        assertThat(mass.since()).isNull();
    }

    @Test
    void failures_while_the_own_database_is_away_are_not_judged_from_the_last_write_to_some_time_after_the_next() {
        Doubt doubt = new Doubt(NOW);
        doubt.written(NOW.plusSeconds(10));
        doubt.failed();
        doubt.failed();
        assertThat(doubt.isOpen()).isTrue();
        assertThat(verdict(doubt, 5)).isEqualTo(Verdict.FAILED);
        assertThat(verdict(doubt, 11)).isEqualTo(Verdict.UNKNOWN);

        doubt.written(NOW.plusSeconds(70));

        assertThat(doubt.isOpen()).isFalse();
        assertThat(verdict(doubt, 60)).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(doubt, 99)).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(doubt, 101)).isEqualTo(Verdict.FAILED);
    }

    @Test
    void a_second_outage_during_the_recovery_goes_on_with_the_first() {
        Doubt doubt = new Doubt(NOW);
        doubt.failed();
        doubt.written(NOW.plusSeconds(20));
        doubt.failed();
        doubt.written(NOW.plusSeconds(40));

        assertThat(verdict(doubt, 1)).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(doubt, 69)).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(doubt, 71)).isEqualTo(Verdict.FAILED);
    }

    @Test
    void good_results_count_also_then() {
        Doubt doubt = new Doubt(NOW);
        doubt.failed();

        assertThat(doubt.judge(result(1, Verdict.OK, NOW.plusSeconds(1))).verdict())
                .isEqualTo(Verdict.OK);
    }

    private static Verdict verdict(Doubt doubt, int second) {
        return doubt.judge(result(1, Verdict.FAILED, NOW.plusSeconds(second))).verdict();
    }

    private void results(int from, int to, Verdict verdict) {
        for (int i = from; i < to; i++) {
            mass.add(result(i, verdict, NOW), true);
        }
    }

    private static CheckResult result(int tenant, Verdict verdict, Instant at) {
        return new CheckResult(new CheckKey(tenant(tenant), CheckKind.FRONTEND), at, outcome(verdict), false);
    }

    private static UUID tenant(int number) {
        return new UUID(number, number);
    }

    private static Outcome outcome(Verdict verdict) {
        return Outcome.of(verdict, verdict.name());
    }
}
