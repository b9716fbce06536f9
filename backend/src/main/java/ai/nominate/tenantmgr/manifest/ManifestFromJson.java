package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ServiceName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Creates a manifest from a tree in the structure of its file. The records reject invalid values. */
final class ManifestFromJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ManifestFromJson() {}

    static Manifest read(String json) {
        try {
            return read(JSON.readTree(json));
        } catch (JsonProcessingException | NullPointerException e) {
            throw new InvalidValue("must be the JSON of a manifest");
        }
    }

    static Manifest read(JsonNode tree) {
        Map<ServiceName, ServiceSpec> services = new LinkedHashMap<>();
        tree.path("services")
                .properties()
                .forEach(e -> services.put(ServiceName.of(e.getKey()), ServiceJson.read(e.getValue())));
        TreeMap<String, RouteTarget> routes = new TreeMap<>();
        tree.path("routes").properties().forEach(e -> routes.put(e.getKey(), RouteJson.read(e.getValue())));
        Map<String, List<String>> commands = new TreeMap<>();
        tree.path("commands").properties().forEach(e -> commands.put(e.getKey(), words(e.getValue())));
        return new Manifest(
                text(tree, "apiVersion"),
                text(tree, "name"),
                list(tree.path("build"), ManifestFromJson::words),
                services,
                routes,
                part(tree, "database", ManifestFromJson::database),
                part(tree, "env", ManifestFromJson::env).orElse(EnvSpec.NONE),
                words(tree.path("storage")),
                words(tree.path("writable")),
                commands,
                list(tree.path("cron"), ManifestFromJson::cron),
                part(tree, "theme", t -> new ThemeSpec(optionalText(t, "css"), optionalText(t, "logo")))
                        .orElse(ThemeSpec.NONE),
                part(tree, "remote", ManifestFromJson::remote));
    }

    private static DatabaseSpec database(JsonNode tree) {
        return new DatabaseSpec(
                optionalText(tree, "init"),
                part(tree, "migrate", ManifestFromJson::words),
                tree.path("connections").asInt(DatabaseSpec.DEFAULT_CONNECTIONS),
                words(tree.path("extensions")),
                tree.path("breaking").asBoolean());
    }

    private static EnvSpec env(JsonNode tree) {
        return new EnvSpec(
                keys(tree.path("required")),
                values(tree.path("defaults")),
                keys(tree.path("generated")),
                values(tree.path("build")));
    }

    private static Map<EnvKey, String> values(JsonNode tree) {
        return tree.properties().stream()
                .collect(Collectors.toMap(
                        e -> new EnvKey(e.getKey()), e -> e.getValue().textValue()));
    }

    private static CronSpec cron(JsonNode tree) {
        String timeout = optionalText(tree, "timeout").orElse(CronSpec.DEFAULT_TIMEOUT);
        TextRule.CRON_TIMEOUT.require(timeout);
        return new CronSpec(
                text(tree, "id"),
                new CronSchedule(text(tree, "schedule")),
                words(tree.path("command")),
                DurationText.parse(timeout));
    }

    private static RemoteSpec remote(JsonNode tree) {
        return new RemoteSpec(
                optionalText(tree, "service").map(ServiceName::of),
                optionalText(tree, "auth").map(EnvKey::new),
                optionalText(tree, "stats"),
                optionalText(tree, "personsCount"),
                optionalText(tree, "backup"),
                list(tree.path("actions"), ManifestFromJson::action));
    }

    private static RemoteAction action(JsonNode tree) {
        return new RemoteAction(
                text(tree, "id"),
                text(tree, "title"),
                optionalText(tree, "method").orElse(RemoteAction.DEFAULT_METHOD),
                text(tree, "path"),
                tree.path("confirm").asBoolean(),
                optionalText(tree, "question"));
    }

    static String text(JsonNode tree, String name) {
        return optionalText(tree, name).orElseThrow(() -> new InvalidValue("must have " + name));
    }

    static Optional<String> optionalText(JsonNode tree, String name) {
        return Optional.ofNullable(tree.path(name).textValue());
    }

    private static <T> Optional<T> part(JsonNode tree, String name, Function<JsonNode, T> read) {
        return Optional.ofNullable(tree.get(name)).map(read);
    }

    static <T> List<T> list(JsonNode tree, Function<JsonNode, T> read) {
        return tree.valueStream().map(read).toList();
    }

    static List<String> words(JsonNode tree) {
        return list(tree, JsonNode::textValue);
    }

    private static Set<EnvKey> keys(JsonNode tree) {
        return tree.valueStream().map(key -> new EnvKey(key.textValue())).collect(Collectors.toSet());
    }
}
