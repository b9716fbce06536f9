package ai.nominate.tenantmgr.fuzz;

import ai.nominate.tenantmgr.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;

/** Existing names: a request with an unknown one is refused before it reaches the operation. */
final class Known {
    private final String tenant;
    private final String deployment;

    private Known(String tenant, String deployment) {
        this.tenant = tenant;
        this.deployment = deployment;
    }

    /** Creates a tenant and a deployment for this operation alone, because it may delete them. */
    static Known fresh(int number) {
        String slug = "fuzzed-" + number;
        Api.admin()
                .post(
                        "/api/tenants",
                        Map.of(
                                "name",
                                "Fuzzed",
                                "slug",
                                slug,
                                "domain",
                                slug + ".example.org",
                                "config",
                                Map.of(
                                        "adminEmail",
                                        "a@example.org",
                                        "env",
                                        Map.of("GREETING", Map.of("value", "hello")))))
                .expect(201);
        String deployment = Api.admin()
                .post("/api/tenants/" + slug + "/deploy", "{}")
                .expect(202)
                .text("deploymentId");
        return new Known(slug, deployment);
    }

    /** A value for a path parameter: the tenant, the deployment, or the first item of the parent list. */
    String value(String path, String parameter) {
        String before = path.substring(0, path.indexOf("{" + parameter + "}"));
        return switch (before) {
            case "/api/tenants/" -> tenant;
            case "/api/deployments/" -> deployment;
            case "/api/webhooks/" -> "github";
            case "/api/webhooks/{forge}/" -> tenant;
            default -> first(before.replace("{id}", tenant), parameter);
        };
    }

    private static String first(String list, String parameter) {
        Api.Answer answer = Api.admin().get(list.substring(0, list.length() - 1));
        JsonNode first = MissingNode.getInstance();
        for (JsonNode item : answer.status() == 200 ? answer.at("items") : first) {
            // the callers themselves must not be deleted
            if (first.isMissingNode() && !item.path("username").asText().startsWith("some-")) {
                first = item;
            }
        }
        return name(first, parameter);
    }

    private static String name(JsonNode first, String parameter) {
        return List.of(parameter, "id", "key", "name", "slug").stream()
                .filter(first::has)
                .map(name -> first.path(name).asText())
                .findFirst()
                .orElse("unknown");
    }
}
