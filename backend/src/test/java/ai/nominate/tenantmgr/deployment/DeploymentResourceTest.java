package ai.nominate.tenantmgr.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.EndlessDeployment;
import ai.nominate.tenantmgr.kernel.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The core application of these tests cannot be built, so every deployment fails early and is rolled back. */
@QuarkusTest
class DeploymentResourceTest {
    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";
    private final Api operator = Api.as(Role.OPERATOR);
    private final AgroalDataSource database;
    private String slug;

    DeploymentResourceTest(AgroalDataSource database) {
        this.database = database;
    }

    @BeforeEach
    void a_tenant() {
        slug = "d" + UUID.randomUUID().toString().substring(0, 8);
        operator.post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                .expect(201);
    }

    @Test
    void a_tenant_that_lacks_required_configuration_is_refused_before_there_is_a_record() {
        Answer refused = operator.post("/api/tenants/" + slug + "/deploy", "{}").refuses(409, "tenant.not-ready");

        assertThat(refused.fields()).containsExactly("env.GREETING");
        assertThat(operator.get("/api/deployments?tenant=" + slug).at("total").intValue())
                .isZero();
        assertThat(operator.get("/api/tenants/" + slug).text("status")).isEqualTo("draft");
    }

    @Test
    void a_deployment_that_fails_says_where_why_and_that_everything_was_put_back() {
        Answer failed = ended(deploy());

        assertThat(failed.text("status")).isEqualTo("failed");
        assertThat(failed.text("kind")).isEqualTo("deploy");
        assertThat(failed.text("actor")).isEqualTo("some-operator");
        assertThat(failed.text("reason")).isEqualTo("to see it fail");
        assertThat(failed.text("failure/step")).isEqualTo("copy-core-files");
        assertThat(failed.at("failure/undone").booleanValue()).isTrue();
        assertThat(failed.at("logTail").toString()).contains("this cannot be built");
        assertThat(failed.at("durationMs").longValue()).isPositive();
        assertThat(operator.get("/api/tenants/" + slug).text("status")).isIn("failed", "draft");
        operator.post("/api/deployments/" + failed.text("id") + "/cancel", "").refuses(409, "deployment.finished");
    }

    @Test
    void a_client_that_prefers_to_wait_gets_the_failure_and_a_repeated_request_waits_again() {
        configure();
        Api keyed = operator.with("Idempotency-Key", UUID.randomUUID().toString());
        String path = "/api/tenants/" + slug + "/deploy";

        String id = keyed.post(path, "{}").expect(202).text("deploymentId");
        for (int repeat = 1; repeat <= 2; repeat++) {
            Answer failed = keyed.with("Prefer", "respond-async, wait=60").post(path, "{}");
            assertThat(failed.status()).isEqualTo(409);
            assertThat(failed.text("deploymentId")).isEqualTo(id);
            assertThat(failed.text("code")).isEqualTo("release.build-failed");
            assertThat(failed.text("failure/step")).isEqualTo("copy-core-files");
            assertThat(failed.header("Preference-Applied")).isEqualTo("wait=60");
        }
        assertThat(keyed.post(path, "{}").expect(202).text("deploymentId"))
                .as("without the preference")
                .isEqualTo(id);
        assertThat(total("tenant=" + slug)).isOne();
    }

    @Test
    void a_client_that_prefers_to_wait_gets_the_deployment_that_succeeded() {
        Answer deleted = operator.with("Prefer", "wait=60").send("DELETE", "/api/tenants/" + slug, "");

        assertThat(deleted.status()).as(deleted.body()).isEqualTo(200);
        assertThat(deleted.text("kind")).isEqualTo("delete");
        assertThat(deleted.text("status")).isEqualTo("succeeded");
        assertThat(deleted.text("deploymentId")).isEqualTo(deleted.text("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploying", "deleting"})
    void a_tenant_that_a_killed_manager_left_in_a_status_of_runs_can_only_be_deleted(String status)
            throws SQLException {
        configure();
        String id = operator.get("/api/tenants/" + slug).text("id");
        execute("update tenant set status = '" + status + "' where id = '" + id + "'");

        operator.post("/api/tenants/" + slug + "/deploy", "{}").refuses(409, "tenant.wrong-state");
        Answer deleted = operator.with("Prefer", "wait=60").send("DELETE", "/api/tenants/" + slug, "");

        assertThat(deleted.status()).as(deleted.body()).isEqualTo(200);
        operator.get("/api/tenants/" + slug).refuses(404, "tenant.unknown");
        assertThat(read("select tenant_status_before from deployment where id = '" + deleted.text("id") + "'"))
                .as("what it would have become, had the delete been cancelled")
                .isEqualTo("failed");
    }

    @Test
    void a_delete_is_refused_while_a_deployment_is_active() throws SQLException {
        EndlessDeployment active = new EndlessDeployment(database);
        try {
            assertThat(operator.send("DELETE", "/api/tenants/" + active.slug(), "")
                            .refuses(409, "deployment.running")
                            .text("deploymentId"))
                    .isEqualTo(active.id().toString());
        } finally {
            active.end();
        }
    }

    @Test
    void its_log_is_the_same_as_pages_text_stream_and_frames() throws Exception {
        String id = ended(deploy()).text("id");
        String log = "/api/deployments/" + id + "/logs";

        Answer whole = operator.get(log).expect(200);
        int last = whole.at("lastSeq").intValue();
        List<Integer> seqs = new ArrayList<>();
        whole.at("items").forEach(line -> seqs.add(line.get("seq").intValue()));
        assertThat(seqs)
                .hasSize(last)
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(1)
                .endsWith(last);
        Answer rest =
                operator.get(log + "?afterSeq=" + (last - 1) + "&limit=10").expect(200);
        assertThat(rest.at("items")).hasSize(1);
        assertThat(operator.get(log + "?afterSeq=" + last)
                        .expect(200)
                        .at("lastSeq")
                        .intValue())
                .isEqualTo(last);

        assertThat(operator.with("Accept", "*/*").get(log).expect(200).json()).isEqualTo(whole.json());
        Answer text = operator.with("Accept", "text/plain").get(log).expect(200);
        assertThat(text.body().lines()).hasSize(last).anyMatch(line -> line.endsWith("this cannot be built"));

        String stream = operator.with("Accept", "text/event-stream")
                .get(log)
                .expect(200)
                .body();
        assertThat(stream.lines().filter(line -> line.startsWith("event:line") || line.startsWith("event: line")))
                .hasSize(last);
        assertThat(stream).contains("\"status\":\"failed\"");
        String resumed = operator.with("Accept", "text/event-stream")
                .with("Last-Event-ID", Integer.toString(last))
                .get(log)
                .expect(200)
                .body();
        assertThat(resumed).doesNotContain("event:line", "event: line").contains("end");

        List<String> frames = frames("/ws/deployments/" + id);
        assertThat(frames.stream().filter(frame -> frame.contains("\"type\":\"line\"")))
                .hasSize(last);
        assertThat(frames.getLast()).contains("\"type\":\"end\"", "\"status\":\"failed\"");
        assertThat(frames("/ws/deployments/" + id + "?afterSeq=" + last))
                .noneMatch(frame -> frame.contains("\"line\""));
    }

    @Test
    void of_eight_who_deploy_at_once_one_does_and_the_others_learn_which() throws Exception {
        configure();
        List<Answer> answers;
        try (var callers = Executors.newFixedThreadPool(8)) {
            Callable<Answer> deploy = () -> operator.post("/api/tenants/" + slug + "/deploy", "{}");
            answers = callers.invokeAll(Collections.nCopies(8, deploy)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        List<Answer> accepted =
                answers.stream().filter(answer -> answer.status() == 202).toList();
        assertThat(accepted).hasSize(1);
        String id = accepted.getFirst().text("deploymentId");
        answers.stream()
                .filter(answer -> answer.status() != 202)
                .forEach(answer -> assertThat(
                                answer.refuses(409, "deployment.running").text("deploymentId"))
                        .isEqualTo(id));
        ended(id);
    }

    @Test
    void deployments_are_listed_by_tenant_status_and_kind() {
        String id = ended(deploy()).text("id");

        assertThat(operator.get("/api/deployments?tenant=" + slug).expect(200).text("items/0/id"))
                .isEqualTo(id);
        assertThat(total("tenant=" + slug + "&status=failed&kind=deploy")).isOne();
        assertThat(total("tenant=" + slug + "&status=succeeded")).isZero();
        assertThat(total("tenant=" + slug + "&kind=rollback")).isZero();
        operator.get("/api/deployments?tenant=nobody").refuses(404, "tenant.unknown");
        assertThat(operator.get("/api/deployments?status=x&kind=y")
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("status", "kind");
    }

    @Test
    void what_there_is_not_is_not_found() {
        for (String id : List.of(NOBODY, "nonsense", "1")) {
            operator.get("/api/deployments/" + id).refuses(404, "deployment.unknown");
            operator.get("/api/deployments/" + id + "/logs").refuses(404, "deployment.unknown");
            operator.with("Accept", "text/plain")
                    .get("/api/deployments/" + id + "/logs")
                    .refuses(404, "deployment.unknown");
            operator.with("Accept", "text/event-stream")
                    .get("/api/deployments/" + id + "/logs")
                    .refuses(404, "deployment.unknown");
            operator.post("/api/deployments/" + id + "/cancel", "").refuses(404, "deployment.unknown");
        }
        operator.post("/api/tenants/nobody/deploy", "{}").refuses(404, "tenant.unknown");
    }

    @Test
    void what_is_asked_of_a_log_or_a_deployment_is_checked() {
        assertThat(operator.get("/api/deployments/" + NOBODY + "/logs?afterSeq=x")
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("afterSeq");
        assertThat(operator.get("/api/deployments/" + NOBODY + "/logs?limit=0")
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("limit");
        for (String ref : List.of("--all", "a..b", "HEAD@{1}", "x y", "-x", "a\nb")) {
            assertThat(operator.post("/api/tenants/" + slug + "/deploy", Map.of("ref", ref))
                            .refuses(400, "request.invalid")
                            .fields())
                    .containsExactly("ref");
        }
    }

    private String deploy() {
        configure();
        return operator.post("/api/tenants/" + slug + "/deploy", Map.of("reason", "to see it fail"))
                .expect(202)
                .text("deploymentId");
    }

    private void configure() {
        operator.put(
                        "/api/tenants/" + slug + "/config",
                        Map.of(
                                "adminEmail",
                                "ops@acme.example",
                                "env",
                                Map.of("GREETING", Map.of("value", "Hello", "secret", false))))
                .expect(200);
    }

    private Answer ended(String id) {
        Instant deadline = Instant.now().plusSeconds(30);
        while (Instant.now().isBefore(deadline)) {
            Answer answer = operator.get("/api/deployments/" + id).expect(200);
            if (!List.of("queued", "running").contains(answer.text("status"))) {
                return answer;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("deployment " + id + " did not end");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String read(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private int total(String query) {
        return operator.get("/api/deployments?" + query).expect(200).at("total").intValue();
    }

    private List<String> frames(String path) throws Exception {
        CompletableFuture<List<String>> all = new CompletableFuture<>();
        String token = operator.headers().getLast().replace(" ", "%20");
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("bearer-token-carrier", "quarkus-http-upgrade#Authorization#" + token)
                .buildAsync(URI.create(Api.uri(path).toString().replace("http:", "ws:")), new Frames(all));
        return all.get(20, TimeUnit.SECONDS);
    }

    private static final class Frames implements WebSocket.Listener {
        private final List<String> frames = new ArrayList<>();
        private final StringBuilder frame = new StringBuilder();
        private final CompletableFuture<List<String>> all;

        Frames(CompletableFuture<List<String>> all) {
            this.all = all;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            frame.append(part);
            if (last) {
                frames.add(frame.toString());
                frame.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            all.complete(frames);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            all.completeExceptionally(error);
        }
    }
}
