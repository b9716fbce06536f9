package ai.nominate.tenantmgr.fuzz;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * JSON as text, following a schema of the contract with a few unexpected values. Text, because much invalid JSON cannot
 * be represented as a tree.
 */
final class RandomJson {
    private static final int DEEPEST = 6;
    private static final List<String> WRONG = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "[[]]",
            "{\"a\":{}}",
            "\"\"",
            "0",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "[null]",
            "[1,\"a\",{}]",
            "{\"@class\":\"x\",\"$type\":\"y\"}",
            "{\"__proto__\":{\"admin\":true}}");

    private final JsonNode contract;
    private final Random random;
    /** The number of values in a hundred that violate the schema. */
    private final int wrong;

    RandomJson(JsonNode contract, Random random, int wrong) {
        this.contract = contract;
        this.random = random;
        this.wrong = wrong;
    }

    String of(JsonNode schema) {
        return of(schema, "", 0);
    }

    private String of(JsonNode given, String name, int depth) {
        if (random.nextInt(100) < wrong) {
            return random.nextBoolean() ? Hostile.pick(WRONG, random) : quoted(Hostile.text(random));
        }
        if (depth > DEEPEST) {
            return "null";
        }
        JsonNode schema = given;
        if (given.has("$ref")) {
            schema = contract.at(given.path("$ref").asText().substring(1));
        } else if (given.has("anyOf")) {
            schema = given.path("anyOf").get(random.nextInt(given.path("anyOf").size()));
            return of(schema, name, depth + 1);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, name, depth);
            case "integer", "number" -> random.nextInt(4) == 0 ? Hostile.number(random) : number(schema);
            case "boolean" -> Boolean.toString(random.nextBoolean());
            case "null" -> "null";
            default -> quoted(Plausible.text(name, schema, random));
        };
    }

    private String object(JsonNode schema, int depth) {
        List<String> fields = new ArrayList<>();
        schema.path("properties").properties().forEach(property -> {
            boolean required = schema.path("required").toString().contains("\"" + property.getKey() + "\"");
            if (random.nextInt(100) < (required ? 97 : 60)) {
                fields.add(quoted(property.getKey()) + ":" + of(property.getValue(), property.getKey(), depth + 1));
            }
        });
        if (schema.path("additionalProperties").isObject()) {
            for (int left = random.nextInt(4); left > 0; left--) {
                String key = random.nextInt(3) == 0 ? Hostile.text(random) : "KEY_" + random.nextInt(9);
                fields.add(quoted(key) + ":" + of(schema.path("additionalProperties"), "value", depth + 1));
            }
        }
        if (random.nextInt(100) < wrong) {
            fields.add(quoted(Hostile.text(random)) + ":1");
        }
        if (!fields.isEmpty() && random.nextInt(100) < wrong) {
            fields.add(Hostile.pick(fields, random));
        }
        return "{" + String.join(",", fields) + "}";
    }

    private String array(JsonNode schema, String name, int depth) {
        List<String> items = new ArrayList<>();
        for (int left = random.nextInt(random.nextInt(50) == 0 ? 300 : 4); left > 0; left--) {
            items.add(of(schema.path("items"), name, depth + 1));
        }
        return "[" + String.join(",", items) + "]";
    }

    private String number(JsonNode schema) {
        return Integer.toString(schema.has("minimum") ? schema.path("minimum").asInt() : random.nextInt(30_000));
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(random.nextInt(type.size())).asText() : type.asText("object");
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
