package ai.nominate.tenantmgr.health;

import static ai.nominate.tenantmgr.health.Checked.LIMITS;
import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.health.probe.CheckKind;
import ai.nominate.tenantmgr.health.probe.Outcome;
import ai.nominate.tenantmgr.health.probe.Verdict;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Role;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is stored of checks, and what the API tells of it, with the real database. */
@QuarkusTest
class HealthResourceTest {
    private final Api operator = Api.as(Role.OPERATOR);
    private final Api viewer = Api.as(Role.VIEWER);

    @Inject
    HealthTable table;

    @Inject
    HealthPartitions partitions;

    @Inject
    RollUp rollUp;

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    @Test
    void a_draft_is_not_checked() {
        tenant("health-draft");

        Answer health = viewer.get("/api/tenants/health-draft/health").expect(200);

        assertThat(health.text("health")).isEqualTo("unknown");
        assertThat(health.at("checks")).isEmpty();
        assertThat(health.at("changing").booleanValue()).isFalse();
        operator.post("/api/tenants/health-draft/health-check", "{}").refuses(409, "health.not-checked");
        assertThat(viewer.get("/api/tenants/health-draft/health/history")
                        .expect(200)
                        .at("checks"))
                .isEmpty();
    }

    @Test
    void a_check_that_fails_is_told_with_its_cause_until_it_has_recovered() {
        UUID id = tenant("health-falls");
        Instant begin = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Story story = new Story(id, begin);
        story.says(Verdict.OK, Verdict.FAILED, Verdict.FAILED, Verdict.FAILED);

        Answer fallen = viewer.get("/api/tenants/health-falls/health").expect(200);
        JsonNode check = fallen.at("checks").get(0);

        assertThat(fallen.text("health")).isEqualTo("unhealthy");
        assertThat(check.path("kind").asText()).isEqualTo("frontend");
        assertThat(check.path("health").asText()).isEqualTo("unhealthy");
        assertThat(check.path("result").asText()).isEqualTo("failed");
        assertThat(check.path("latencyMs").intValue()).isEqualTo(12);
        assertThat(check.path("recent"))
                .extracting(JsonNode::asText)
                .containsExactly("ok", "failed", "failed", "failed");
        assertThat(Instant.parse(check.path("nextAt").asText())).isAfter(clock.instant());
        assertThat(fallen.at("incidents")).singleElement().satisfies(incident -> {
            assertThat(incident.path("cause").asText()).isEqualTo("/ answers 502");
            assertThat(incident.path("endedAt").isNull()).isTrue();
        });
        assertThat(viewer.get("/api/tenants?health=unhealthy&search=health-falls")
                        .expect(200)
                        .at("items/0/recentChecks"))
                .extracting(JsonNode::asText)
                .containsExactly("ok", "failed", "failed", "failed");

        story.says(Verdict.OK, Verdict.OK);

        Answer risen = viewer.get("/api/tenants/health-falls/health").expect(200);
        assertThat(risen.text("health")).isEqualTo("healthy");
        assertThat(risen.at("incidents")).isEmpty();
        assertThat(viewer.get("/api/tenants/health-falls/health/incidents")
                        .expect(200)
                        .at("items"))
                .singleElement()
                .satisfies(incident ->
                        assertThat(incident.path("endedAt").isTextual()).isTrue());
        List<String> events = new ArrayList<>();
        Reactive.await(() -> pool.query(
                                "select type, payload::json ->> 'health' as health from event where tenant_id = '" + id
                                        + "' order by id")
                        .execute())
                .forEach(row -> events.add(row.getString("type") + " " + row.getString("health")));
        assertThat(events)
                .contains(
                        "health.changed healthy",
                        "tenant.health healthy",
                        "health.changed unhealthy",
                        "tenant.health unhealthy");
    }

    @Test
    void the_history_is_the_same_before_and_after_samples_are_summed() {
        UUID id = tenant("health-summed");
        Instant begin = RollUp.floor(clock.instant(), RollUp.LONG).minus(Duration.ofHours(3));
        Story story = new Story(id, begin);
        for (int minute = 0; minute < 20; minute++) {
            story.says(minute % 4 == 3 ? Verdict.FAILED : Verdict.OK);
        }
        // what an earlier sum has reached is not read from samples again
        Reactive.await(() -> pool.query("delete from health_rollup").execute());
        String period = "?from=" + begin + "&to=" + begin.plus(Duration.ofHours(1)) + "&resolution=";
        String address = "/api/tenants/health-summed/health/history" + period;
        JsonNode fine = viewer.get(address + "5m").expect(200).at("checks/0/steps");
        JsonNode coarse = viewer.get(address + "1h").expect(200).at("checks/0");

        Reactive.await(() -> pool.query("delete from health_rollup").execute());
        eventually("one manager sums", () -> {
            Reactive.await(() -> rollUp.sum(clock.instant()));
            return Reactive.await(() ->
                                    pool.query("select 1 from health_rollup").execute())
                            .size()
                    == 2;
        });
        Reactive.await(() -> pool.query("delete from health_sample").execute());

        assertThat(viewer.get(address + "5m").expect(200).at("checks/0/steps")).isEqualTo(fine);
        assertThat(viewer.get(address + "1h").expect(200).at("checks/0")).isEqualTo(coarse);
        assertThat(fine).hasSize(4);
        assertThat(fine.get(0).path("results").intValue()).isEqualTo(5);
        assertThat(fine.get(0).path("failed").intValue()).isEqualTo(1);
        assertThat(fine.get(0).path("averageMs").intValue()).isEqualTo(12);
        assertThat(coarse.path("okPercent").doubleValue()).isEqualTo(75.0);
    }

    @Test
    void days_go_as_a_whole() {
        UUID id = tenant("health-days");
        Instant now = clock.instant();
        new Story(id, now.minus(Duration.ofDays(40))).says(Verdict.OK);
        new Story(id, now).says(Verdict.OK);

        Reactive.await(() -> partitions.keep(now, 30, 30));

        assertThat(Reactive.await(() -> pool.query(
                                        "select count(*) as n from health_sample where tenant_id = '" + id + "'")
                                .execute())
                        .iterator()
                        .next()
                        .getLong("n"))
                .isEqualTo(1);
    }

    @Test
    void a_manager_that_lost_the_lease_writes_no_result() {
        UUID id = tenant("health-late");
        Judge judge = new Judge(Map.of(), clock.instant());
        judge.follow(List.of(Checked.target(id)));
        Instant now = clock.instant();
        Judgement late = judge.judge(List.of(result(id, Verdict.OK, now)), Set.of(), LIMITS, now);
        Permit lostMeanwhile = new Permit() {
            @Override
            public void check() {
                throw new PermitLost("another manager has it");
            }
        };

        assertThatThrownBy(() -> lostMeanwhile.transaction(() -> table.write(late)))
                .isInstanceOf(PermitLost.class);
        assertThatThrownBy(() -> Reactive.transaction(() -> table.write(late).invoke(lostMeanwhile::check)))
                .isInstanceOf(PermitLost.class);

        assertThat(viewer.get("/api/tenants/health-late/health").expect(200).at("checks"))
                .isEmpty();
    }

    /** Results of one check, a minute apart, judged and written as the holder of the lease does. */
    private final class Story {
        private final UUID id;
        private final Judge judge;
        private Instant at;

        Story(UUID id, Instant begin) {
            this.id = id;
            this.at = begin;
            this.judge = new Judge(Map.of(), begin.minus(Duration.ofDays(1)));
            judge.follow(List.of(Checked.target(id)));
        }

        void says(Verdict... verdicts) {
            for (Verdict verdict : verdicts) {
                CheckResult result = result(id, verdict, at);
                Judgement judgement = judge.judge(List.of(result), Set.of(), LIMITS, at);
                Reactive.await(() -> partitions.ensure(judgement.samples()));
                Reactive.transaction(() -> table.write(judgement));
                judge.written(judgement);
                at = at.plusSeconds(60);
            }
        }
    }

    private static CheckResult result(UUID tenant, Verdict verdict, Instant at) {
        return new CheckResult(
                new CheckKey(tenant, CheckKind.FRONTEND),
                at,
                new Outcome(verdict, 12, "/ answers " + (verdict == Verdict.OK ? 200 : 502)),
                false);
    }

    private UUID tenant(String slug) {
        return UUID.fromString(
                operator.post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                        .expect(201)
                        .text("id"));
    }
}
