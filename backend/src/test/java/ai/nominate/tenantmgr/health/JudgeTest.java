package ai.nominate.tenantmgr.health;

import static ai.nominate.tenantmgr.health.Checked.LIMITS;
import static ai.nominate.tenantmgr.health.Checked.NOW;
import static ai.nominate.tenantmgr.health.Checked.id;
import static ai.nominate.tenantmgr.health.Checked.result;
import static ai.nominate.tenantmgr.health.Checked.site;
import static ai.nominate.tenantmgr.health.Checked.target;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import ai.nominate.tenantmgr.health.probe.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private final Judge judge = new Judge(Map.of(), NOW);
    private int second;

    @Test
    void a_tenant_is_told_once_and_again_only_when_its_health_changes() {
        judge.follow(List.of(target(1, "r1")));

        assertThat(look(Verdict.OK).tenants()).containsExactly(Map.entry(id(1), Health.HEALTHY));
        assertThat(look(Verdict.OK).tenants()).isEmpty();
        assertThat(look(Verdict.FAILED).tenants()).isEmpty();
        assertThat(look(Verdict.FAILED).changes()).isEmpty();

        Judgement third = look(Verdict.FAILED);

        assertThat(third.tenants()).containsExactly(Map.entry(id(1), Health.UNHEALTHY));
        assertThat(third.changes()).singleElement().satisfies(change -> {
            assertThat(change.opensIncident()).isTrue();
            assertThat(change.cause()).isEqualTo("said FAILED");
        });
    }

    @Test
    void what_was_not_written_is_judged_again_from_where_it_was() {
        judge.follow(List.of(target(1, "r1")));
        look(Verdict.OK);
        List<CheckResult> failures = List.of(
                result(site(1), Verdict.FAILED, 10),
                result(site(1), Verdict.FAILED, 20),
                result(site(1), Verdict.FAILED, 30));

        Judgement lost = judge.judge(failures, Set.of(), LIMITS, NOW.plusSeconds(30));
        Judgement again = judge.judge(failures, Set.of(), LIMITS, NOW.plusSeconds(40));

        assertThat(again).isEqualTo(lost);
        assertThat(again.changes()).hasSize(1);
    }

    @Test
    void results_from_a_run_that_changes_the_tenant_are_no_news() {
        judge.follow(List.of(target(1, "r1")));
        look(Verdict.OK);
        Judgement during =
                judge.judge(List.of(result(site(1), Verdict.FAILED, 10)), Set.of(id(1)), LIMITS, NOW.plusSeconds(10));
        Judgement justAfter =
                judge.judge(List.of(result(site(1), Verdict.FAILED, 11)), Set.of(), LIMITS, NOW.plusSeconds(11));
        Judgement later =
                judge.judge(List.of(result(site(1), Verdict.FAILED, 12)), Set.of(), LIMITS, NOW.plusSeconds(12));

        assertThat(during.samples()).isEmpty();
        assertThat(justAfter.samples()).isEmpty();
        assertThat(later.samples()).hasSize(1);
    }

    @Test
    void a_new_release_begins_anew_and_ends_its_incidents() {
        judge.follow(List.of(target(1, "r1")));
        IntStream.range(0, 3).forEach(i -> look(Verdict.FAILED));

        judge.follow(List.of(target(1, "r2")));
        Judgement next = look(Verdict.OK);

        assertThat(next.reset()).containsExactly(id(1));
        assertThat(next.ended()).containsExactly(id(1));
        assertThat(next.tenants()).containsEntry(id(1), Health.HEALTHY);
        assertThat(look(Verdict.OK).reset()).isEmpty();
    }

    @Test
    void after_a_new_release_the_stored_health_stands_until_something_is_known_of_visitors() {
        judge.follow(List.of(target(1, "r1")));
        look(Verdict.OK);
        judge.follow(List.of(target(1, "r2")));
        CheckKey disk = new CheckKey(id(1), CheckKind.DISK);

        Judgement first = judge.judge(List.of(result(disk, Verdict.OK, 20)), Set.of(), LIMITS, NOW.plusSeconds(20));

        assertThat(first.tenants()).isEmpty();
    }

    @Test
    void a_tenant_that_does_not_serve_any_more_is_forgotten_once() {
        judge.follow(List.of(target(1, "r1")));
        look(Verdict.OK);

        judge.follow(List.of());
        Judgement next = look(Verdict.FAILED);

        assertThat(next.gone()).containsExactly(id(1));
        assertThat(next.samples()).isEmpty();
        assertThat(look(Verdict.FAILED).isEmpty()).isTrue();
    }

    @Test
    void another_manager_goes_on_with_the_states_that_are_stored() {
        judge.follow(List.of(target(1, "r1")));
        look(Verdict.OK);
        look(Verdict.FAILED);
        Judgement last = look(Verdict.FAILED);

        Judge other = new Judge(last.states(), NOW);
        other.follow(List.of(target(1, "r1")));
        Judgement third =
                other.judge(List.of(result(site(1), Verdict.FAILED, 60)), Set.of(), LIMITS, NOW.plusSeconds(60));

        assertThat(third.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.from()).isEqualTo(Health.HEALTHY));
    }

    @Test
    void tenants_that_all_fail_at_once_are_held_back_and_their_samples_say_so() {
        judge.follow(IntStream.range(0, 20).mapToObj(i -> target(i, "r1")).toList());
        all(Verdict.OK);
        for (int round = 0; round < 5; round++) {
            Judgement held = all(Verdict.FAILED);
            assertThat(held.changes()).isEmpty();
            assertThat(held.samples()).hasSize(20).allSatisfy(sample -> {
                assertThat(sample.verdict()).isEqualTo(Verdict.UNKNOWN);
                assertThat(sample.outcome().detail()).startsWith("Held back");
            });
        }
        assertThat(judge.massSince()).isNotNull();

        assertThat(all(Verdict.OK).changes()).isEmpty();
        assertThat(judge.massSince()).isNull();
    }

    @Test
    void not_one_tenant_falls_while_the_own_database_is_away_for_a_minute() {
        judge.follow(List.of(target(1, "r1")));
        look(Verdict.OK);
        judge.doubt().written(NOW.plusSeconds(1));
        judge.doubt().failed();
        List<CheckResult> waiting = IntStream.range(0, 6)
                .mapToObj(i -> result(site(1), Verdict.FAILED, 2 + i * 10))
                .toList();
        judge.doubt().written(NOW.plusSeconds(62));

        Judgement after = judge.judge(waiting, Set.of(), LIMITS, NOW.plusSeconds(62));

        assertThat(after.changes()).noneMatch(change -> change.now().health() == Health.UNHEALTHY);
        assertThat(after.samples())
                .allSatisfy(sample -> assertThat(sample.verdict()).isEqualTo(Verdict.UNKNOWN));
    }

    private Judgement look(Verdict verdict) {
        second += 10;
        return written(List.of(result(site(1), verdict, second)));
    }

    private Judgement all(Verdict verdict) {
        second += 10;
        return written(IntStream.range(0, 20)
                .mapToObj(i -> result(site(i), verdict, second))
                .toList());
    }

    private Judgement written(List<CheckResult> results) {
        Judgement judgement = judge.judge(results, Set.<UUID>of(), LIMITS, NOW.plusSeconds(second));
        judge.written(judgement);
        return judgement;
    }
}
