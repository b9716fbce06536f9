package ai.nominate.tenantmgr.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** Writes a manifest as JSON in the structure of its file, with every default explicit. */
final class ManifestToJson {
    private ManifestToJson() {}

    static String write(Manifest manifest) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("apiVersion", manifest.apiVersion()).put("name", manifest.name());
        ArrayNode build = tree.putArray("build");
        manifest.build().forEach(argv -> fill(build.addArray(), argv));
        ObjectNode services = tree.putObject("services");
        manifest.services().forEach((name, service) -> ServiceJson.write(services.putObject(name.id()), service));
        ObjectNode routes = tree.putObject("routes");
        manifest.routes().forEach((path, target) -> RouteJson.write(routes, path, target));
        manifest.database().ifPresent(database -> write(tree.putObject("database"), database));
        write(tree.putObject("env"), manifest.env());
        fill(tree.putArray("storage"), manifest.storage());
        fill(tree.putArray("writable"), manifest.writable());
        ObjectNode commands = tree.putObject("commands");
        manifest.commands().forEach((name, argv) -> fill(commands.putArray(name), argv));
        ArrayNode cron = tree.putArray("cron");
        manifest.cron().forEach(entry -> write(cron.addObject(), entry));
        ObjectNode theme = tree.putObject("theme");
        manifest.theme().css().ifPresent(css -> theme.put("css", css));
        manifest.theme().logo().ifPresent(logo -> theme.put("logo", logo));
        manifest.remote().ifPresent(remote -> write(tree.putObject("remote"), remote));
        return tree.toString();
    }

    private static void write(ObjectNode tree, CronSpec cron) {
        tree.put("id", cron.id()).put("schedule", cron.schedule().toString());
        fill(tree.putArray("command"), cron.command());
        tree.put("timeout", DurationText.of(cron.timeout()));
    }

    private static void write(ObjectNode tree, DatabaseSpec database) {
        tree.put("engine", "postgresql");
        database.init().ifPresent(init -> tree.put("init", init));
        database.migrate().ifPresent(migrate -> fill(tree.putArray("migrate"), migrate));
        tree.put("connections", database.connections());
        fill(tree.putArray("extensions"), database.extensions());
        tree.put("breaking", database.breaking());
    }

    private static void write(ObjectNode tree, EnvSpec env) {
        fill(tree.putArray("required"), env.required());
        ObjectNode defaults = tree.putObject("defaults");
        env.defaults().forEach((key, value) -> defaults.put(key.value(), value));
        fill(tree.putArray("generated"), env.generated());
        ObjectNode build = tree.putObject("build");
        env.build().forEach((key, value) -> build.put(key.value(), value));
    }

    private static void write(ObjectNode tree, RemoteSpec remote) {
        remote.service().ifPresent(service -> tree.put("service", service.id()));
        remote.auth().ifPresent(auth -> tree.put("auth", auth.value()));
        remote.stats().ifPresent(path -> tree.put("stats", path));
        remote.personsCount().ifPresent(path -> tree.put("personsCount", path));
        remote.backup().ifPresent(path -> tree.put("backup", path));
        ArrayNode actions = tree.putArray("actions");
        remote.actions().forEach(action -> write(actions.addObject(), action));
    }

    private static void write(ObjectNode tree, RemoteAction action) {
        tree.put("id", action.id())
                .put("title", action.title())
                .put("method", action.method())
                .put("path", action.path())
                .put("confirm", action.confirm());
        action.question().ifPresent(question -> tree.put("question", question));
    }

    static void fill(ArrayNode array, Collection<?> texts) {
        texts.forEach(text -> array.add(text.toString()));
    }
}
