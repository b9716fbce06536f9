package ai.nominate.tenantmgr.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/** A service as JSON in the structure of the file. */
final class ServiceJson {
    private ServiceJson() {}

    static ServiceSpec read(JsonNode tree) {
        String memory = ManifestFromJson.optionalText(tree, "memory").orElse(ServiceSpec.DEFAULT_MEMORY);
        TextRule.MEMORY.require(memory);
        return new ServiceSpec(
                ManifestFromJson.words(tree.path("command")),
                Optional.ofNullable(tree.get("health")).map(ServiceJson::health),
                duration(tree, "startTimeout", TextRule.START_TIMEOUT),
                duration(tree, "stopGrace", TextRule.STOP_GRACE),
                ServiceSpec.bytes(memory),
                tree.path("tasks").asInt(ServiceSpec.DEFAULT_TASKS),
                tree.path("twin").asBoolean());
    }

    private static HealthSpec health(JsonNode tree) {
        return tree.isTextual()
                ? new HealthSpec(tree.textValue())
                : new HealthSpec(
                        ManifestFromJson.text(tree, "path"),
                        ManifestFromJson.list(tree.path("status"), JsonNode::intValue),
                        duration(tree, "timeout", TextRule.HEALTH_TIMEOUT).orElse(HealthSpec.DEFAULT_TIMEOUT));
    }

    private static Optional<Duration> duration(JsonNode tree, String name, TextRule rule) {
        return ManifestFromJson.optionalText(tree, name).map(text -> {
            rule.require(text);
            return DurationText.parse(text);
        });
    }

    static void write(ObjectNode tree, ServiceSpec service) {
        ManifestToJson.fill(tree.putArray("command"), service.command());
        service.health().ifPresent(health -> write(tree.putObject("health"), health));
        service.startTimeout().ifPresent(time -> tree.put("startTimeout", DurationText.of(time)));
        service.stopGrace().ifPresent(time -> tree.put("stopGrace", DurationText.of(time)));
        tree.put("memory", service.memory()).put("tasks", service.tasks()).put("twin", service.twin());
    }

    private static void write(ObjectNode tree, HealthSpec health) {
        tree.put("path", health.path());
        if (!health.status().isEmpty()) {
            ArrayNode status = tree.putArray("status");
            health.status().forEach(status::add);
        }
        tree.put("timeout", DurationText.of(health.timeout()));
    }
}
