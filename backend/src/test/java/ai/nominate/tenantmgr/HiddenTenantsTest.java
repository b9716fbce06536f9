package ai.nominate.tenantmgr;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A token limited to some tenants gets the same answers for other tenants as for unknown names, on every route. */
@QuarkusTest
class HiddenTenantsTest {
    private static final String NO_TENANT = "no-such-tenant";
    private static final String NO_DEPLOYMENT = UUID.randomUUID().toString();
    private static final Map<String, Object> BODIES = Map.of(
            "PUT /api/tenants/{id}",
            Map.of("name", "Taken", "domain", "taken-over.example"),
            "PUT /api/tenants/{id}/config",
            Map.of("adminEmail", "a@example.org", "env", Map.of()),
            "PUT /api/tenants/{id}/theme",
            Map.of("palette", Map.of("primary", "#336699")),
            "POST /api/tenants/{id}/theme/preview",
            Map.of("palette", Map.of("primary", "#336699")),
            "POST /api/tenants/{id}/theme/pictures",
            Map.of("palette", Map.of("primary", "#336699")),
            "POST /api/tenants/{id}/theme/analyze",
            Map.of("url", "https://1.1.1.1"),
            "POST /api/tenants/{id}/theme/apply-logo",
            Map.of("analysisId", UUID.randomUUID().toString(), "logoId", "l0"),
            "PUT /api/tenants/{id}/certificate",
            Map.of("chain", "none", "key", "none"),
            "POST /api/tenants/{id}/theme/apply-suggestion",
            Map.of("suggestionId", UUID.randomUUID().toString()));

    private final String hidden = "h" + UUID.randomUUID().toString().substring(0, 8);
    private String hiddenId;
    private String deployment;
    private String analysis;
    private Api limited;

    @BeforeEach
    void a_token_for_another_tenant() {
        Api operator = Api.as(Role.OPERATOR);
        String own = "o" + UUID.randomUUID().toString().substring(0, 8);
        operator.post("/api/tenants", tenant(own)).expect(201);
        hiddenId = operator.post("/api/tenants", tenant(hidden)).expect(201).text("id");
        deployment = operator.post("/api/tenants/" + hidden + "/deploy", "{}")
                .expect(202)
                .text("deploymentId");
        analysis = operator.post("/api/tenants/" + hidden + "/theme/analyze", Map.of("url", "https://1.1.1.1"))
                .expect(202)
                .text("analysisId");
        String token = operator.post(
                        "/api/tokens", Map.of("name", "for " + own, "role", "operator", "tenants", List.of(own)))
                .expect(201)
                .text("token");
        limited = Api.anonymous().with("Authorization", "Bearer " + token);
    }

    @TestFactory
    Stream<DynamicTest> every_address_that_names_one_answers_as_to_a_name_that_nobody_has() {
        return RolesTest.leastRoles().keySet().stream()
                .filter(route -> route.contains("/api/tenants/{id}")
                        || route.contains("/api/deployments/{id}")
                        || route.contains("/api/runs/{id}")
                        || route.contains("/api/analyses/{id}"))
                .flatMap(route -> Stream.of("application/json", "text/plain", "text/event-stream", "image/png")
                        .map(format -> DynamicTest.dynamicTest(route + " as " + format, () -> {
                            boolean isTenant = route.contains("/tenants/");
                            String run = route.contains("/analyses/") ? analysis : deployment;
                            for (String name : isTenant ? List.of(hidden, hiddenId) : List.of(run)) {
                                isTheSame(route, format, name, isTenant ? NO_TENANT : NO_DEPLOYMENT);
                            }
                        })));
    }

    @Test
    void no_list_names_one() {
        for (String list : List.of(
                "/api/tenants?size=200",
                "/api/tenants?search=" + hidden,
                "/api/tenants?label=" + hidden,
                "/api/labels?size=200",
                "/api/deployments?size=200",
                "/api/runs?size=200",
                "/api/overview",
                "/api/certificates?size=200",
                "/api/backups?size=200",
                "/api/backups/tenants?size=200",
                "/api/audit?size=200",
                "/api/audit/export",
                "/api/events?afterSeq=0&limit=1000",
                "/api/logs?limit=1000",
                "/api/logs/export",
                "/api/releases?size=200",
                "/api/ports?size=200")) {
            assertThat(limited.get(list).expect(200).body()).as(list).doesNotContain(hidden, hiddenId, deployment);
        }
        for (String name : List.of(hidden, hiddenId)) {
            limited.get("/api/deployments?tenant=" + name).refuses(404, "tenant.unknown");
            limited.get("/api/runs?tenant=" + name).refuses(404, "run.unknown");
            limited.get("/api/logs?tenant=" + name).refuses(404, "tenant.unknown");
        }
    }

    @Test
    void what_belongs_to_a_whole_machine_is_forbidden() {
        for (String address : List.of("/api/overview/metrics", "/api/nginx/configs", "/api/nginx/configs/hosts.map")) {
            limited.get(address).refuses(403, "request.forbidden");
        }
        limited.post("/api/nginx/test", "{}").refuses(403, "request.forbidden");
        limited.post("/api/nginx/reload", "{}").refuses(403, "request.forbidden");
        limited.post("/api/tenants/check", Map.of("slug", hidden)).refuses(403, "request.forbidden");
        assertThat(limited.get("/api/overview").expect(200).at("tenants/total").intValue())
                .isEqualTo(1);
        assertThat(limited.get("/api/overview").expect(200).at("servers")).isEmpty();
    }

    @Test
    void a_socket_to_one_closes_as_to_a_deployment_that_nobody_has() throws Exception {
        for (String socket : List.of("/ws/deployments/", "/ws/runs/")) {
            assertThat(closes(socket + deployment))
                    .isEqualTo(closes(socket + NO_DEPLOYMENT))
                    .isEqualTo(4404);
        }
        assertThat(closes("/ws/analyses/" + analysis)).isEqualTo(4404);
    }

    private void isTheSame(String route, String format, String name, String nobody) {
        Answer toOne = ask(route, format, name);
        Answer toNobody = ask(route, format, nobody);

        assertThat(toOne.status()).as("%s %s", route, toOne.body()).isEqualTo(toNobody.status());
        assertThat(toOne.status()).isIn(404, 406);
        assertThat(toOne.text("code")).isEqualTo(toNobody.text("code"));
        assertThat(toOne.text("detail").replace(name, nobody)).isEqualTo(toNobody.text("detail"));
    }

    private Answer ask(String route, String format, String name) {
        String[] words = route.split(" ");
        Api caller = limited.with("Accept", format);
        String path = words[1].replace("{id}", name)
                .replace("{command}", "any")
                .replace("{action}", "any")
                .replace("{version}", "1")
                .replace("{logo}", "l0")
                .replace("{run}", NO_DEPLOYMENT);
        return words[0].equals("POST") || words[0].equals("PUT")
                ? caller.with("Content-Type", path.endsWith("/logo") ? "image/svg+xml" : "application/json")
                        .send(words[0], path, BODIES.getOrDefault(route, "{}"))
                : caller.send(words[0], path, null);
    }

    private int closes(String socket) throws Exception {
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        String token = limited.headers().getLast().substring("Bearer ".length());
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("bearer-token-carrier", "quarkus-http-upgrade#Authorization#Bearer%20" + token)
                .buildAsync(URI.create(Api.uri(socket).toString().replace("http:", "ws:")), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                        closed.complete(status);
                        return null;
                    }
                })
                .join();
        return closed.get(10, TimeUnit.SECONDS);
    }

    private static Map<String, Object> tenant(String slug) {
        return Map.of(
                "name",
                slug,
                "slug",
                slug,
                "domain",
                slug + ".example",
                "labels",
                List.of(slug),
                "config",
                Map.of("adminEmail", "a@example.org", "env", Map.of("GREETING", Map.of("value", "hello"))));
    }
}
