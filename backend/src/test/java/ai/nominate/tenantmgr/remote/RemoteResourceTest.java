package ai.nominate.tenantmgr.remote;

import static ai.nominate.tenantmgr.remote.StubApplication.answer;
import static ai.nominate.tenantmgr.remote.StubApplication.json;
import static ai.nominate.tenantmgr.remote.StubApplication.raw;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.TestClock;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.manifest.ManifestReader;
import ai.nominate.tenantmgr.manifest.ManifestResult;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an application offers its operator, asked of one that has every fault. */
@QuarkusTest
class RemoteResourceTest {
    private static final String TOKEN = "operator-token-of-the-stub";
    private static final String MANIFEST = """
            apiVersion: tenantmgr/v1
            name: stub
            services: { backend: { command: [./serve], health: /health } }
            routes: { /: backend }
            env: { generated: [REMOTE_API_TOKEN] }
            remote:
              auth: REMOTE_API_TOKEN
              stats: /stats?deep=1
              personsCount: /persons
              backup: /backup
              actions: [{ id: reindex, title: Rebuild, method: PUT, path: /reindex, question: "Now?" }]
            """;

    private final Api operator = Api.as(Role.OPERATOR);
    private final Api viewer = Api.as(Role.VIEWER);
    private final String slug = "r" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/api/tenants/" + slug + "/remote";
    private StubApplication application;
    private UUID id;
    private URI site;

    @Inject
    Pool pool;

    @BeforeEach
    void a_tenant_that_serves() throws IOException {
        Map<String, Object> env = Map.of("REMOTE_API_TOKEN", Map.of("value", TOKEN, "secret", true));
        Answer made = operator.post(
                        "/api/tenants",
                        Map.of("name", slug, "slug", slug, "domain", slug + ".example", "config", Map.of("env", env)))
                .expect(201);
        id = UUID.fromString(made.text("id"));
        site = URI.create(made.text("url"));
        application = new StubApplication(made.at("ports/backend").intValue());
        live(MANIFEST);
    }

    @AfterEach
    void the_tenant_is_gone() {
        application.close();
        sql("delete from tenant where id = $1", Tuple.of(id));
        sql("delete from release where id like $1", Tuple.of(slug + "%"));
    }

    @Test
    void what_the_manifest_declares_is_told_without_asking_the_application() {
        Answer offer = viewer.get(path).expect(200);

        assertThat(offer.at("deployed").booleanValue()).isTrue();
        assertThat(offer.at("stats").booleanValue()).isTrue();
        assertThat(offer.at("actions/0/question").asText()).isEqualTo("Now?");
        assertThat(offer.at("actions/0/confirm").booleanValue()).isTrue();
        assertThat(offer.at("lastStats").isNull()).isTrue();
        assertThat(application.asked()).isEmpty();
    }

    @Test
    void statistics_are_asked_as_a_visitor_with_the_tenants_token_and_shown_without_it() {
        application.answers(json("{\"persons\": 3, \"by\": {\"day\": [1, 2]}, \"token\": \"" + TOKEN + "\"}"));

        Answer stats = viewer.get(path + "/stats").expect(200);

        assertThat(stats.at("stats").toString()).isEqualTo("{\"persons\":3,\"by\":{\"day\":[1,2]},\"token\":\"•••\"}");
        assertThat(stats.at("stale").booleanValue()).isFalse();
        assertThat(application.asked().getFirst())
                .startsWith("GET /stats?deep=1 HTTP/1.1\r\n")
                .containsIgnoringCase("\r\nAuthorization: Bearer " + TOKEN + "\r\n")
                .containsIgnoringCase("\r\nHost: " + site.getAuthority() + "\r\n")
                .containsIgnoringCase("\r\nX-Forwarded-Proto: " + site.getScheme() + "\r\n")
                .containsIgnoringCase("\r\nConnection: close\r\n");
        viewer.get(path + "/stats").expect(200);
        assertThat(application.asked()).as("an answer of this moment").hasSize(1);
    }

    @Test
    void the_last_good_value_stays_with_its_time_and_the_reason_while_the_application_is_down() {
        application.answers(json("{\"count\": 41}"));
        String at = viewer.get(path + "/persons/count").expect(200).text("at");
        application.close();
        TestClock.forward(Duration.ofSeconds(5));

        Answer stale = viewer.get(path + "/persons/count").expect(200);

        assertThat(stale.at("count").longValue()).isEqualTo(41);
        assertThat(stale.at("stale").booleanValue()).isTrue();
        assertThat(stale.text("at")).isEqualTo(at);
        assertThat(stale.text("failure/code")).isEqualTo("remote.unreachable");
        assertThat(viewer.get(path).expect(200).text("lastPersons/failure/code"))
                .isEqualTo("remote.unreachable");
        sql("update tenant_slot set status = 'stopped' where tenant_id = $1", Tuple.of(id));
        assertThat(viewer.get(path + "/persons/count").expect(200).text("failure/code"))
                .isEqualTo("remote.not-serving");
    }

    @Test
    void each_fault_is_refused_by_its_name() throws IOException {
        refuses(answer("401 Unauthorized", "X: y", ""), "remote.unauthorized");
        refuses(answer("500 Oops", "X: y", "the moon is missing\n"), "remote.refused", "500", "the moon is missing");
        refuses(answer("404 No", "X: y", TOKEN), "remote.refused", "404: •••");
        refuses(json("<html>"), "remote.not-json");
        refuses(json("[1]"), "remote.not-json");
        refuses(json("{} {}"), "remote.not-json");
        refuses(json("{\"a\":".repeat(30) + "1" + "}".repeat(30)), "remote.not-json");
        refuses(raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\": 1"), "remote.unreachable");
        refuses(raw("what?\r\n\r\n"), "remote.unreachable");
        int before = application.asked().size();
        refuses(
                answer("302 Found", "Location: http://127.0.0.1:" + Api.uri("/").getPort() + "/q/metrics", ""),
                "remote.refused",
                "302; redirects are not followed");
        assertThat(application.asked()).hasSize(before + 1);
    }

    @Test
    void an_answer_without_end_is_cut_and_one_that_hangs_is_given_up() {
        refuses(StubApplication.endless(), "remote.too-large");
        refuses(application.hanging(), "remote.timed-out", "10 s");
    }

    @Test
    void an_application_that_does_not_answer_is_left_alone_until_a_pause_is_over() throws IOException {
        application.answers(out -> {});
        for (int attempt = 0; attempt < Circuits.FAILURES; attempt++) {
            viewer.get(path + "/stats").refuses(424, "remote.unreachable");
        }

        Answer resting = viewer.get(path + "/stats").refuses(424, "remote.resting");

        assertThat(Integer.parseInt(resting.header("Retry-After"))).isBetween(1, 30);
        assertThat(application.asked()).hasSize(Circuits.FAILURES);
        application.answers(json("{\"up\": true}"));
        TestClock.forward(Circuits.PAUSE);
        viewer.get(path + "/stats").expect(200);
    }

    @Test
    void an_action_runs_once_is_audited_before_and_after_and_shows_what_it_said() {
        application.answers(answer("202 Accepted", "Content-Type: text/plain", "one\nwith " + TOKEN + "\n"));

        Answer done = operator.post(path + "/actions/reindex", "{}").expect(200);

        assertThat(done.at("status").intValue()).isEqualTo(202);
        assertThat(done.at("output")).extracting(JsonNode::asText).containsExactly("one", "with •••");
        assertThat(application.asked()).singleElement().asString().startsWith("PUT /reindex ");
        assertThat(states()).containsExactly("done", "begun");
        viewer.post(path + "/actions/reindex", "{}").refuses(403, "request.forbidden");
        operator.post(path + "/actions/other", "{}").refuses(404, "remote.not-offered");
        application.answers(answer("409 Busy", "X: y", "busy"));
        operator.post(path + "/actions/reindex", "{}").refuses(424, "remote.refused");
        assertThat(states()).containsExactly("failed", "begun", "done", "begun");
    }

    @Test
    void a_backup_of_any_length_is_told_by_its_last_line() {
        String lines = "{\"person\": \"somebody\"}\n".repeat(20_000);
        application.answers(answer("200 OK", "Content-Type: application/x-ndjson", lines + "{\"type\":\"end\"}\n"));

        Answer backup = operator.post(path + "/backup", "{}").expect(200);

        assertThat(backup.at("bytes").longValue()).isEqualTo(lines.length() + 15L);
        assertThat(backup.at("output")).extracting(JsonNode::asText).containsExactly("{\"type\":\"end\"}");
        assertThat(application.asked().getFirst()).startsWith("POST /backup ");
    }

    @Test
    void what_is_not_offered_is_refused_with_the_field_to_write() {
        live("""
                apiVersion: tenantmgr/v1
                name: plain
                services: { backend: { command: [./serve], health: /health } }
                routes: { /: backend }
                """);

        assertThat(viewer.get(path + "/stats")
                        .refuses(404, "remote.not-offered")
                        .text("detail"))
                .contains("remote.stats");
        operator.post(path + "/backup", "{}").refuses(404, "remote.not-offered");
        assertThat(viewer.get(path).expect(200).at("stats").booleanValue()).isFalse();
        assertThat(application.asked()).isEmpty();
    }

    @Test
    void a_token_without_a_value_is_refused_before_anything_is_sent() {
        live(MANIFEST.replace("auth: REMOTE_API_TOKEN", "auth: ANOTHER"));

        assertThat(viewer.get(path + "/stats").refuses(409, "remote.no-token").text("detail"))
                .contains("ANOTHER", "env.generated");
        assertThat(application.asked()).isEmpty();
    }

    @Test
    void releases_are_listed_with_the_tenants_that_run_them() {
        Answer all = viewer.get("/api/releases?size=200").expect(200);
        JsonNode found = Stream.of(all.at("items"))
                .flatMap(items -> items.valueStream())
                .filter(item -> item.path("id").asText().startsWith(slug))
                .findFirst()
                .orElseThrow();

        assertThat(found.path("application").asText()).isEqualTo("stub");
        assertThat(found.path("live").intValue()).isEqualTo(1);
        assertThat(found.path("tenants").get(0).path("slug").asText()).isEqualTo(slug);
        assertThat(found.path("tenants").get(0).path("live").booleanValue()).isTrue();
    }

    private void refuses(StubApplication.Reply reply, String code, String... said) {
        application.answers(reply);
        assertThat(viewer.get(path + "/stats").refuses(424, code).text("detail"))
                .contains(said.length == 0 ? new String[] {"/stats"} : said);
    }

    private List<String> states() {
        return Api.as(Role.ADMIN)
                .get("/api/audit?size=20&action=tenant.remote-action")
                .expect(200)
                .at("items")
                .valueStream()
                .filter(entry -> entry.path("subject").asText().equals(slug))
                .map(entry -> entry.path("after").path("state").asText())
                .toList();
    }

    private void live(String yaml) {
        String release = slug + "-" + UUID.randomUUID().toString().substring(0, 4);
        String manifest =
                ((ManifestResult.Valid) ManifestReader.read(yaml)).manifest().toJson();
        sql("""
                insert into release (id, server_id, source_kind, source_location, commit, manifest, state)
                values ($1, 1, 'directory', '/nowhere', 'abc', $2, 'ready')""", Tuple.of(release, manifest));
        sql("update tenant set live_slot = 'a' where id = $1", Tuple.of(id));
        sql("""
                insert into tenant_slot (tenant_id, slot, release_id, config_version, domain, status)
                values ($1, 'a', $2, 1, $3, 'running')
                on conflict (tenant_id, slot) do update set release_id = excluded.release_id, config_version = 1,
                    status = 'running'""", Tuple.of(id, release, slug + ".example"));
    }

    private void sql(String statement, Tuple values) {
        Reactive.await(() -> pool.preparedQuery(statement).execute(values));
    }
}
