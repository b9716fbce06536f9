package ai.nominate.tenantmgr.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;

/** Values that pass the first validation, so that the code behind it is tested too. */
final class Plausible {
    private static final List<String> PLAIN = List.of("admin", "main", "acme", "x", "a name", "operator", "deploy");

    private Plausible() {}

    static String text(String name, JsonNode schema, Random random) {
        if (schema.path("enum").size() > 0) {
            return schema.path("enum")
                    .get(random.nextInt(schema.path("enum").size()))
                    .asText();
        }
        String unique = "f" + Integer.toString(random.nextInt(Integer.MAX_VALUE), 36);
        return switch (name) {
            case "slug" -> unique;
            case "domain", "aliases" -> unique + ".fuzz.invalid";
            case "location" -> "https://" + unique + ".invalid/x.git";
            case "kind" -> "git";
            case "adminEmail" -> unique + "@fuzz.invalid";
            case "role" -> Hostile.pick(List.of("viewer", "operator", "admin"), random);
            case "username" -> unique;
            case "password" -> "Pa55 " + unique + " long enough";
            case "status" -> Hostile.pick(List.of("draft", "active", "failed", "queued", "succeeded"), random);
            case "health" -> Hostile.pick(List.of("healthy", "unknown"), random);
            case "sort" -> Hostile.pick(List.of("name", "-name", "slug", "-createdAt", "health"), random);
            case "from", "to", "at", "expiresAt" -> "20" + (10 + random.nextInt(80)) + "-01-01T00:00:00Z";
            case "value" -> Hostile.pick(List.of("1", "true", "30s", "x", "https://example.invalid"), random);
            default ->
                schema.path("format").asText().equals("uuid")
                        ? "0197b0a4-7c11-7d62-9c3e-2f6a51c0de42"
                        : Hostile.pick(PLAIN, random);
        };
    }
}
