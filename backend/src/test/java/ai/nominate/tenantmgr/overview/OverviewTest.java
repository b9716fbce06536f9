package ai.nominate.tenantmgr.overview;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.TestClock;
import ai.nominate.tenantmgr.kernel.Role;
import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Other tests have put the application's clock days ahead of the database's, so what counts as new lies further ahead. */
@QuarkusTest
class OverviewTest {
    private final Api operator = Api.as(Role.OPERATOR);
    private final Api viewer = Api.as(Role.VIEWER);

    @Inject
    AgroalDataSource database;

    @Inject
    Sampling sampling;

    @Test
    void counts_are_those_of_the_filtered_lists() {
        tenant("overview-counted");
        Answer overview = viewer.get("/api/overview").expect(200);

        assertThat(overview.at("tenants/total")).isEqualTo(total("/api/tenants"));
        for (String status : List.of("draft", "deploying", "active", "stopped", "failed", "deleting")) {
            assertThat(overview.at("tenants/byStatus/" + status)).isEqualTo(total("/api/tenants?status=" + status));
        }
        for (String health : List.of("healthy", "degraded", "unhealthy", "unknown")) {
            assertThat(overview.at("tenants/byHealth/" + health)).isEqualTo(total("/api/tenants?health=" + health));
        }
    }

    @Test
    void a_tenant_takes_a_block_of_ports() {
        Answer before = viewer.get("/api/overview").expect(200);
        tenant("overview-ports");
        Answer after = viewer.get("/api/overview").expect(200);

        assertThat(after.at("ports/total").intValue()).isEqualTo(1000);
        assertThat(after.at("ports/free").intValue())
                .isEqualTo(before.at("ports/free").intValue() - 1);
    }

    @Test
    void a_tenant_that_failed_needs_attention_and_says_why() {
        String failed = tenant("overview-failed").text("id");
        execute("update tenant set status = 'failed' where id = '%s'", failed);
        execute("""
                insert into run (id, kind, server_id, subject_id, subject_name, exclusive, status, actor, failure, finished_at)
                values ('%s', 'deploy', 1, '%s', 'overview-failed', true, 'failed', 'anna',
                '{"step":"verify","code":"x.y","detail":"Backend still unhealthy after 65 s","undone":true}', now())""", UUID.randomUUID(), failed);

        JsonNode item = attention("overview-failed").getFirst();

        assertThat(item.path("reason").asText()).isEqualTo("failed");
        assertThat(item.path("detail").asText()).isEqualTo("Backend still unhealthy after 65 s");
        assertThat(item.path("tenantId").asText()).isEqualTo(failed);
        assertThat(item.path("deploymentId").isTextual()).isTrue();
    }

    @Test
    void a_live_tenant_with_an_unwell_service_and_a_certificate_near_its_end_is_named_twice() {
        String id = tenant("overview-unwell").text("id");
        execute("update tenant set status = 'active', live_slot = 'a', health = 'unhealthy' where id = '%s'", id);
        execute("""
                insert into certificate (id, server_id, tenant_id, issuer, serial, names, not_before, not_after)
                values ('unwell-1', 1, '%s', 'CN=x', '1', '{}', now(), now() + interval '3 days')""", id);
        execute("insert into site_certificate values ('%s', 'unwell-1')", id);

        assertThat(attention("overview-unwell"))
                .extracting(item -> item.path("reason").asText())
                .containsExactly("unhealthy", "certificate");

        execute("update certificate set not_after = now() + interval '90 days' where id = '%s'", "unwell-1");
        execute("update tenant set health = 'healthy' where id = '%s'", id);
        assertThat(attention("overview-unwell")).isEmpty();
    }

    @Test
    void a_running_deployment_comes_before_those_that_ended_and_has_its_tenants_name() {
        String id = tenant("overview-runs").text("id");
        for (String[] run : List.of(
                new String[] {"running", "now() - interval '1 hour'", "null"},
                new String[] {"succeeded", "now() + interval '1 year'", "now() + interval '1 year'"})) {
            UUID deployment = UUID.randomUUID();
            execute("""
                    insert into run (id, kind, server_id, subject_id, subject_name, exclusive, status, actor, queued_at, finished_at)
                    values ('%s', 'deploy', 1, '%s', 'overview-runs', true, '%s', 'anna', %s, %s)""", deployment, id, run[0], run[1], run[2]);
            execute(
                    "insert into deployment (id, tenant_status_before, commit) values ('%s', 'draft', 'abc')",
                    deployment);
        }

        JsonNode shown = viewer.get("/api/overview").expect(200).at("deployments");

        List<JsonNode> own = StreamSupport.stream(shown.spliterator(), false)
                .filter(each -> each.path("tenantSlug").asText().equals("overview-runs"))
                .toList();
        assertThat(own).extracting(each -> each.path("status").asText()).containsExactly("running", "succeeded");
        assertThat(own.getFirst().path("tenantName").asText()).isEqualTo("overview-runs");
        assertThat(StreamSupport.stream(shown.spliterator(), false)
                        .map(each -> each.path("finishedAt").isNull()))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        execute("update run set status = 'cancelled', finished_at = now() where subject_id = '%s'", id);
    }

    @Test
    void the_own_server_is_held_by_this_manager() {
        Answer overview = viewer.get("/api/overview").expect(200);

        assertThat(overview.at("servers/0/own").booleanValue()).isTrue();
        assertThat(overview.at("servers/0/held").booleanValue()).isTrue();
        assertThat(overview.text("system/databaseVersion")).isNotBlank();
        assertThat(overview.text("system/version")).isEqualTo(overview.text("servers/0/version"));
    }

    @Test
    void a_sample_of_the_machine_is_told_and_old_ones_are_gone() {
        execute("""
                insert into machine_sample values (1, now() - interval '25 hours', 1, 1, 2, 1, 2, 1, 1, 1)
                on conflict do nothing""");
        execute("delete from machine_sample where at > now() - interval '24 hours'");

        sampling.sample();

        Answer metrics = viewer.get("/api/overview/metrics?from="
                        + new TestClock().instant().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS))
                .expect(200);
        JsonNode samples = metrics.at("servers/0/samples");
        JsonNode last = samples.get(samples.size() - 1);
        assertThat(metrics.at("stepSeconds").intValue()).isEqualTo(60);
        assertThat(last.path("memoryUsedBytes").longValue())
                .isPositive()
                .isLessThan(last.path("memoryTotalBytes").longValue());
        assertThat(last.path("managerBytes").longValue()).isPositive();
        assertThat(last.path("databaseBytes").longValue()).isPositive();
        assertThat(last.path("databaseConnections").intValue()).isPositive();
        eventually(
                "the old sample is gone",
                () -> count("select count(*) from machine_sample where at < now() - interval '24 hours 2 minutes'")
                        == 0);
    }

    @Test
    void a_sample_is_told_to_those_who_follow_events() {
        String newest = viewer.get("/api/events?topics=metrics").expect(200).text("lastSeq");
        execute("delete from machine_sample"); // the test's clock may be in any minute

        sampling.sample();

        AtomicReference<String> seen = new AtomicReference<>(newest);
        eventually("the event", () -> {
            Answer page = viewer.get("/api/events?topics=metrics&limit=1000&afterSeq=" + seen.get())
                    .expect(200);
            seen.set(page.text("lastSeq"));
            return page.body().contains("metrics.sampled");
        });
    }

    @Test
    void times_that_are_none_are_refused_by_name() {
        Answer refused = viewer.get("/api/overview/metrics?from=now&to=later").refuses(400, "request.invalid");

        assertThat(refused.fields()).containsExactly("to", "from");
    }

    private List<JsonNode> attention(String slug) {
        JsonNode items = viewer.get("/api/overview").expect(200).at("attention/items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("slug").asText().equals(slug))
                .toList();
    }

    private JsonNode total(String list) {
        return viewer.get(list).expect(200).at("total");
    }

    private Answer tenant(String slug) {
        return operator.post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                .expect(201);
    }

    private void execute(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql.formatted(values));
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private long count(String sql) {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
