package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.EnvKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Checks that span several parts of a manifest. The parts themselves are valid. */
final class ManifestReferences {
    private final JsonNode tree;
    private final ManifestErrors errors;

    private ManifestReferences(JsonNode tree, ManifestErrors errors) {
        this.tree = tree;
        this.errors = errors;
    }

    static void check(JsonNode tree, ManifestErrors errors) {
        ManifestReferences references = new ManifestReferences(tree, errors);
        references.routes();
        references.services();
        references.theme();
        references.commands();
        references.defaults();
        references.remote();
        references.unique("remote.actions", tree.path("remote").path("actions"));
        references.unique("cron", tree.path("cron"));
    }

    private void routes() {
        List<String> paths = new ArrayList<>();
        tree.path("routes").properties().forEach(route -> {
            String path = route.getKey();
            paths.add(path);
            JsonNode target = route.getValue();
            String service = target.isTextual()
                    ? target.textValue()
                    : target.path("service").textValue();
            if (service != null && !tree.path("services").has(service)) {
                errors.add(target.isTextual() ? field(path) : field(path) + ".service", TextRule.UNKNOWN_SERVICE);
            }
            if (!RouteRules.isPrefix(path) && target.path("stripPrefix").asBoolean()) {
                errors.add(field(path) + ".stripPrefix", "must have a path that ends with /, such as " + path + "/");
            }
            if (!RouteRules.isPrefix(path) && target.has("fallback")) {
                errors.add(field(path) + ".fallback", "must have a path that ends with /, such as " + path + "/");
            }
        });
        RouteRules.twins(paths).forEach((path, reason) -> errors.add(field(path), reason));
    }

    private static String field(String path) {
        return "routes[\"" + path + "\"]";
    }

    private void services() {
        if (tree.path("services").size() > ServicePorts.MOST) {
            errors.add("services", TextRule.TOO_MANY_SERVICES);
        }
        Set<String> withPort = withPort();
        tree.path("services").properties().forEach(service -> {
            if (withPort.contains(service.getKey())
                    && service.getValue().path("twin").asBoolean()) {
                errors.add(
                        "services." + service.getKey() + ".twin",
                        "must be left out: a service with a route or a health check always runs in both slots");
            }
        });
    }

    /** The services with a route or a health check. */
    private Set<String> withPort() {
        Set<String> names = new HashSet<>();
        tree.path("routes")
                .forEach(target -> names.add(
                        target.isTextual()
                                ? target.textValue()
                                : target.path("service").textValue()));
        tree.path("services").properties().forEach(service -> {
            if (service.getValue().has("health")) {
                names.add(service.getKey());
            }
        });
        names.removeIf(name -> name == null || !tree.path("services").has(name));
        return names;
    }

    private void remote() {
        JsonNode remote = tree.path("remote");
        if (remote.has("service") && !withPort().contains(remote.path("service").textValue())) {
            errors.add("remote.service", "must be a service with a route or a health check");
        }
        if (!remote.isMissingNode() && !remote.has("service") && withPort().isEmpty()) {
            errors.add("remote", "must be left out: there is no service with a port that could be asked");
        }
    }

    private void theme() {
        JsonNode theme = tree.path("theme");
        if (theme.has("css")
                && theme.get("css")
                        .textValue()
                        .equalsIgnoreCase(theme.path("logo").textValue())) {
            errors.add("theme.logo", TextRule.SAME_PATH);
        }
    }

    private void commands() {
        tree.path("services")
                .properties()
                .forEach(service -> words(
                        "services." + service.getKey() + ".command",
                        service.getValue().path("command")));
        words("database.migrate", tree.path("database").path("migrate"));
        tree.path("commands")
                .properties()
                .forEach(command -> words("commands." + command.getKey(), command.getValue()));
        int entry = 0;
        for (JsonNode cron : tree.path("cron")) {
            words("cron[" + entry++ + "].command", cron.path("command"));
        }
        int build = 0;
        for (JsonNode argv : tree.path("build")) {
            words("build[" + build + "]", argv);
            String field = "build[" + build + "]";
            BuildVariables.unknown(
                            ManifestFromJson.words(argv), tree.path("env").path("build"))
                    .forEach((word, reason) -> errors.add(field + "[" + word + "]", reason));
            build++;
        }
    }

    private void words(String field, JsonNode argv) {
        CommandWords.refusals(ManifestFromJson.words(argv))
                .forEach((index, reason) -> errors.add(field + "[" + index + "]", reason));
    }

    private void defaults() {
        Map<EnvKey, String> texts = new TreeMap<>();
        tree.path("env")
                .path("defaults")
                .properties()
                .forEach(entry ->
                        texts.put(new EnvKey(entry.getKey()), entry.getValue().textValue()));
        new EnvDefaults(texts)
                .cycle()
                .ifPresent(key -> errors.add("env.defaults." + key, "must not refer to itself, directly or by others"));
    }

    private void unique(String list, JsonNode items) {
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (JsonNode item : items) {
            if (!seen.add(item.path("id").textValue())) {
                errors.add(list + "[" + index + "].id", "is duplicated");
            }
            index++;
        }
    }
}
