package ai.nominate.tenantmgr;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The least role of every route. A new route must be added here, or this test fails. */
@QuarkusTest
class RolesTest {
    static final String NOBODY_ASKED = "anonymous";
    private static final Map<String, String> LEAST_ROLE = new TreeMap<>(Map.ofEntries(
            Map.entry("POST /api/auth/login", NOBODY_ASKED),
            Map.entry("POST /api/auth/refresh", NOBODY_ASKED),
            Map.entry("POST /api/auth/logout", NOBODY_ASKED),
            Map.entry("GET /api/auth/me", Role.VIEWER_NAME),
            Map.entry("PUT /api/auth/password", Role.VIEWER_NAME),
            Map.entry("GET /api/users", Role.ADMIN_NAME),
            Map.entry("POST /api/users", Role.ADMIN_NAME),
            Map.entry("GET /api/users/{id}", Role.ADMIN_NAME),
            Map.entry("PUT /api/users/{id}", Role.ADMIN_NAME),
            Map.entry("DELETE /api/users/{id}", Role.ADMIN_NAME),
            Map.entry("GET /api/sessions", Role.VIEWER_NAME),
            Map.entry("DELETE /api/sessions/{id}", Role.VIEWER_NAME),
            Map.entry("GET /api/tokens", Role.OPERATOR_NAME),
            Map.entry("POST /api/tokens", Role.OPERATOR_NAME),
            Map.entry("DELETE /api/tokens/{id}", Role.OPERATOR_NAME),
            Map.entry("GET /api/credentials", Role.ADMIN_NAME),
            Map.entry("POST /api/credentials", Role.ADMIN_NAME),
            Map.entry("DELETE /api/credentials/{id}", Role.ADMIN_NAME),
            Map.entry("DELETE /api/credentials/{id}/host-keys", Role.ADMIN_NAME),
            Map.entry("POST /api/webhooks/{forge}/{tenant}", NOBODY_ASKED),
            Map.entry("GET /api/tenants/{id}/webhook", Role.VIEWER_NAME),
            Map.entry("PUT /api/tenants/{id}/webhook", Role.OPERATOR_NAME),
            Map.entry("DELETE /api/tenants/{id}/webhook", Role.OPERATOR_NAME),
            Map.entry("PUT /api/tenants/{id}/maintenance", Role.OPERATOR_NAME),
            Map.entry("DELETE /api/tenants/{id}/maintenance", Role.OPERATOR_NAME),
            Map.entry("POST /api/backups/import", Role.ADMIN_NAME),
            Map.entry("GET /api/backup-signers", Role.ADMIN_NAME),
            Map.entry("POST /api/backup-signers", Role.ADMIN_NAME),
            Map.entry("DELETE /api/backup-signers/{id}", Role.ADMIN_NAME),
            Map.entry("POST /api/backups/{id}/verify", Role.OPERATOR_NAME),
            Map.entry("GET /api/backups/{id}/proofs", Role.VIEWER_NAME),
            Map.entry("POST /api/backups/{id}/restore", Role.OPERATOR_NAME),
            Map.entry("GET /api/tenants/{id}/restores", Role.VIEWER_NAME),
            Map.entry("POST /api/tenants/{id}/restores/{run}/undo", Role.OPERATOR_NAME),
            Map.entry("GET /api/labels", Role.VIEWER_NAME),
            Map.entry("GET /api/tenants", Role.VIEWER_NAME),
            Map.entry("POST /api/tenants", Role.OPERATOR_NAME),
            Map.entry("POST /api/tenants/check", Role.OPERATOR_NAME),
            Map.entry("GET /api/tenants/{id}", Role.VIEWER_NAME),
            Map.entry("GET /api/tenants/{id}/config", Role.VIEWER_NAME),
            Map.entry("PUT /api/tenants/{id}/config", Role.OPERATOR_NAME),
            Map.entry("PUT /api/tenants/{id}", Role.OPERATOR_NAME),
            Map.entry("DELETE /api/tenants/{id}", Role.OPERATOR_NAME),
            Map.entry("GET /api/tenants/{id}/config/versions", Role.VIEWER_NAME),
            Map.entry("GET /api/tenants/{id}/config/diff", Role.VIEWER_NAME),
            Map.entry("POST /api/tenants/{id}/config/versions/{version}/restore", Role.OPERATOR_NAME),
            Map.entry("GET /api/tenants/{id}/theme", Role.VIEWER_NAME),
            Map.entry("PUT /api/tenants/{id}/theme", Role.OPERATOR_NAME),
            Map.entry("POST /api/tenants/{id}/theme/preview", Role.VIEWER_NAME),
            Map.entry("GET /api/tenants/{id}/theme/versions", Role.VIEWER_NAME),
            Map.entry("POST /api/tenants/{id}/theme/versions/{version}/restore", Role.OPERATOR_NAME),
            Map.entry("GET /api/tenants/{id}/theme/logo", Role.VIEWER_NAME),
            Map.entry("POST /api/tenants/{id}/theme/logo", Role.OPERATOR_NAME),
            Map.entry("DELETE /api/tenants/{id}/theme/logo", Role.OPERATOR_NAME),
            Map.entry("POST /api/tenants/{id}/rollback", Role.OPERATOR_NAME),
            Map.entry("GET /api/tenants/{id}/services", Role.VIEWER_NAME),
            Map.entry("GET /api/tenants/{id}/health", Role.VIEWER_NAME),
            Map.entry("GET /api/tenants/{id}/health/history", Role.VIEWER_NAME),
            Map.entry("GET /api/tenants/{id}/health/incidents", Role.VIEWER_NAME),
            Map.entry("POST /api/tenants/{id}/health-check", Role.OPERATOR_NAME),
            Map.entry("GET /api/tenants/{id}/remote", Role.VIEWER_NAME),
            Map.entry("GET /api/tenants/{id}/remote/stats", Role.VIEWER_NAME),
            Map.entry("GET /api/tenants/{id}/remote/persons/count", Role.VIEWER_NAME),
            Map.entry("POST /api/tenants/{id}/remote/backup", Role.OPERATOR_NAME),
            Map.entry("POST /api/tenants/{id}/remote/actions/{action}", Role.OPERATOR_NAME),
            Map.entry("GET /api/releases", Role.VIEWER_NAME),
            Map.entry("GET /api/tenants/{id}/traffic", Role.VIEWER_NAME),
            Map.entry("POST /api/tenants/{id}/deploy", Role.OPERATOR_NAME),
            Map.entry("POST /api/tenants/{id}/start", Role.OPERATOR_NAME),
            Map.entry("POST /api/tenants/{id}/stop", Role.OPERATOR_NAME),
            Map.entry("POST /api/tenants/{id}/restart", Role.OPERATOR_NAME),
            Map.entry("POST /api/tenants/{id}/theme/analyze", Role.OPERATOR_NAME),
            Map.entry("POST /api/tenants/{id}/theme/pictures", Role.OPERATOR_NAME),
            Map.entry("POST /api/tenants/{id}/theme/apply-logo", Role.OPERATOR_NAME),
            Map.entry("GET /api/analyses/{id}/logos/{logo}", Role.VIEWER_NAME),
            Map.entry("POST /api/tenants/{id}/theme/apply-suggestion", Role.OPERATOR_NAME),
            Map.entry("GET /api/tenants/{id}/theme/suggestions", Role.VIEWER_NAME),
            Map.entry("GET /api/analyses/{id}", Role.VIEWER_NAME),
            Map.entry("GET /api/analyses/{id}/screenshot", Role.VIEWER_NAME),
            Map.entry("GET /api/analyses/{id}/events", Role.VIEWER_NAME),
            Map.entry("GET /api/tenants/{id}/commands", Role.VIEWER_NAME),
            Map.entry("POST /api/tenants/{id}/commands/{command}", Role.OPERATOR_NAME),
            Map.entry("GET /api/deployments", Role.VIEWER_NAME),
            Map.entry("GET /api/deployments/{id}", Role.VIEWER_NAME),
            Map.entry("GET /api/deployments/{id}/logs", Role.VIEWER_NAME),
            Map.entry("POST /api/deployments/{id}/cancel", Role.OPERATOR_NAME),
            Map.entry("GET /api/runs", Role.VIEWER_NAME),
            Map.entry("GET /api/runs/{id}", Role.VIEWER_NAME),
            Map.entry("GET /api/runs/{id}/logs", Role.VIEWER_NAME),
            Map.entry("POST /api/runs/{id}/cancel", Role.OPERATOR_NAME),
            Map.entry("GET /api/events", Role.VIEWER_NAME),
            Map.entry("GET /api/certificates", Role.VIEWER_NAME),
            Map.entry("GET /api/tenants/{id}/certificate", Role.VIEWER_NAME),
            Map.entry("PUT /api/tenants/{id}/certificate", Role.OPERATOR_NAME),
            Map.entry("DELETE /api/tenants/{id}/certificate", Role.OPERATOR_NAME),
            Map.entry("POST /api/tenants/{id}/certificate/renew", Role.OPERATOR_NAME),
            Map.entry("GET /api/backups", Role.VIEWER_NAME),
            Map.entry("GET /api/backups/summary", Role.VIEWER_NAME),
            Map.entry("GET /api/backups/tenants", Role.VIEWER_NAME),
            Map.entry("GET /api/backups/keys", Role.OPERATOR_NAME),
            Map.entry("POST /api/backups/keys/recovery", Role.ADMIN_NAME),
            Map.entry("POST /api/backups/keys/recovery/acknowledge", Role.ADMIN_NAME),
            Map.entry("GET /api/backups/{id}", Role.VIEWER_NAME),
            Map.entry("DELETE /api/backups/{id}", Role.OPERATOR_NAME),
            Map.entry("POST /api/backups/{id}/keep", Role.OPERATOR_NAME),
            Map.entry("POST /api/backups/{id}/hold", Role.OPERATOR_NAME),
            Map.entry("POST /api/backups/{id}/release", Role.OPERATOR_NAME),
            Map.entry("GET /api/backups/{id}/download", Role.OPERATOR_NAME),
            Map.entry("GET /api/tenants/{id}/backups", Role.VIEWER_NAME),
            Map.entry("POST /api/tenants/{id}/backups", Role.OPERATOR_NAME),
            Map.entry("GET /api/tenants/{id}/backup-schedule", Role.VIEWER_NAME),
            Map.entry("PUT /api/tenants/{id}/backup-schedule", Role.OPERATOR_NAME),
            Map.entry("POST /api/tenants/{id}/backup-schedule/preview", Role.VIEWER_NAME),
            Map.entry("GET /api/overview", Role.VIEWER_NAME),
            Map.entry("GET /api/overview/metrics", Role.VIEWER_NAME),
            Map.entry("GET /api/nginx/configs", Role.OPERATOR_NAME),
            Map.entry("GET /api/nginx/configs/{name}", Role.OPERATOR_NAME),
            Map.entry("POST /api/nginx/test", Role.OPERATOR_NAME),
            Map.entry("POST /api/nginx/reload", Role.OPERATOR_NAME),
            Map.entry("GET /api/alerts", Role.VIEWER_NAME),
            Map.entry("GET /api/alerts/summary", Role.VIEWER_NAME),
            Map.entry("GET /api/alerts/{id}", Role.VIEWER_NAME),
            Map.entry("POST /api/alerts/{id}/acknowledge", Role.OPERATOR_NAME),
            Map.entry("POST /api/alerts/{id}/snooze", Role.OPERATOR_NAME),
            Map.entry("GET /api/alert-rules", Role.VIEWER_NAME),
            Map.entry("POST /api/alert-rules", Role.ADMIN_NAME),
            Map.entry("PUT /api/alert-rules/{id}", Role.ADMIN_NAME),
            Map.entry("DELETE /api/alert-rules/{id}", Role.ADMIN_NAME),
            Map.entry("GET /api/alert-channels", Role.OPERATOR_NAME),
            Map.entry("POST /api/alert-channels", Role.ADMIN_NAME),
            Map.entry("PUT /api/alert-channels/{id}", Role.ADMIN_NAME),
            Map.entry("DELETE /api/alert-channels/{id}", Role.ADMIN_NAME),
            Map.entry("POST /api/alert-channels/{id}/test", Role.ADMIN_NAME),
            Map.entry("GET /api/alert-channels/{id}/deliveries", Role.OPERATOR_NAME),
            Map.entry("GET /api/schedules", Role.VIEWER_NAME),
            Map.entry("GET /api/audit", Role.VIEWER_NAME),
            Map.entry("GET /api/audit/chain", Role.ADMIN_NAME),
            Map.entry("GET /api/audit/export", Role.OPERATOR_NAME),
            Map.entry("GET /api/logs", Role.OPERATOR_NAME),
            Map.entry("GET /api/logs/export", Role.OPERATOR_NAME),
            Map.entry("GET /api/tenants/{id}/logs", Role.VIEWER_NAME),
            Map.entry("GET /api/tenants/{id}/errors", Role.VIEWER_NAME),
            Map.entry("GET /api/maintenance/doctor", Role.ADMIN_NAME),
            Map.entry("GET /api/maintenance/paths", Role.ADMIN_NAME),
            Map.entry("POST /api/maintenance/rotate-key", Role.ADMIN_NAME),
            Map.entry("GET /api/ports", Role.VIEWER_NAME),
            Map.entry("GET /api/ports/next-available", Role.VIEWER_NAME),
            Map.entry("POST /api/ports", Role.ADMIN_NAME),
            Map.entry("DELETE /api/ports/{first}", Role.ADMIN_NAME),
            Map.entry("GET /api/settings", Role.VIEWER_NAME),
            Map.entry("GET /api/settings/{key}", Role.VIEWER_NAME),
            Map.entry("POST /api/settings/{key}/test", Role.ADMIN_NAME),
            Map.entry("PUT /api/settings/{key}", Role.ADMIN_NAME)));

    static Map<String, String> leastRoles() {
        return LEAST_ROLE;
    }

    @Test
    void the_contract_names_every_route_with_its_role() {
        assertThat(contract()).isEqualTo(LEAST_ROLE);
    }

    @TestFactory
    Stream<DynamicTest> a_route_is_open_to_its_role_and_those_above_and_to_nobody_else() {
        return LEAST_ROLE.entrySet().stream()
                .filter(route -> !route.getValue().equals(NOBODY_ASKED))
                .map(route -> DynamicTest.dynamicTest(route.getKey(), () -> {
                    ask(Api.anonymous(), route.getKey()).refuses(401, "request.unauthenticated");
                    for (Role role : Role.values()) {
                        Api.Answer answer = ask(Api.as(role), route.getKey());
                        if (role.includes(Role.of(route.getValue()))) {
                            assertThat(answer.status()).as(answer.body()).isIn(200, 400, 404, 422);
                        } else {
                            answer.refuses(403, "request.forbidden");
                        }
                    }
                }));
    }

    @Test
    void a_token_that_was_changed_or_signed_by_nobody_is_none() {
        String token = Api.as(Role.VIEWER).headers().getLast();
        String[] parts = token.substring("Bearer ".length()).split("\\.");
        String unsigned = "eyJhbGciOiJub25lIn0." + parts[1] + ".";

        for (String other : Arrays.asList(unsigned, parts[0] + "." + parts[1] + ".AAAA", parts[0] + "." + parts[1])) {
            Api.anonymous()
                    .with("Authorization", "Bearer " + other)
                    .get("/api/tenants")
                    .refuses(401, "request.unauthenticated");
        }
    }

    private static Api.Answer ask(Api caller, String route) {
        String[] words = route.split(" ");
        String path = words[1].replaceAll("\\{[a-z]+}", "unknown");
        return switch (words[0]) {
            case "GET" -> caller.get(path);
            case "POST" ->
                switch (path.substring(path.lastIndexOf('/'))) {
                    case "/logo" -> caller.with("Content-Type", "image/svg+xml").send("POST", path, "<svg/>");
                    case "/import" ->
                        caller.with("Content-Type", "application/x-tar").send("POST", path, "no archive");
                    default -> caller.post(path, "{}");
                };
            case "PUT" -> caller.put(path, "{}");
            case "DELETE" -> caller.send("DELETE", path, null);
            default -> throw new IllegalArgumentException(route);
        };
    }

    private static Map<String, String> contract() {
        Map<String, String> routes = new HashMap<>();
        Api.anonymous()
                .get("/q/openapi?format=json")
                .expect(200)
                .at("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var security = operation.getValue().path("security");
                    routes.put(
                            operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                            security.isEmpty()
                                    ? NOBODY_ASKED
                                    : security.at("/0/bearer/0").asText());
                }));
        return new TreeMap<>(routes);
    }
}
