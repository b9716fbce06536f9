package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.manifest.NodeSchema.Argv;
import ai.nominate.tenantmgr.manifest.NodeSchema.Count;
import ai.nominate.tenantmgr.manifest.NodeSchema.Entries;
import ai.nominate.tenantmgr.manifest.NodeSchema.Flag;
import ai.nominate.tenantmgr.manifest.NodeSchema.Items;
import ai.nominate.tenantmgr.manifest.NodeSchema.Section;
import ai.nominate.tenantmgr.manifest.NodeSchema.Text;
import java.util.Map;

/** All properties of a manifest, in the order of {@code tenant-app.schema.json}. */
final class ManifestSchema {
    private static final NodeSchema REQUEST = new Text(TextRule.REQUEST);

    private static final NodeSchema SERVICE = new Section(
            Map.of("command", new Argv(), "health", REQUEST),
            Map.of(
                    "memory", new Text(TextRule.MEMORY),
                    "tasks", new Count(ServiceSpec.LEAST_TASKS, ServiceSpec.MOST_TASKS)));

    private static final NodeSchema DATABASE = new Section(
            Map.of(),
            Map.of(
                    "engine", new Text(TextRule.ENGINE),
                    "init", new Text(TextRule.FILE),
                    "migrate", new Argv(),
                    "breaking", new Flag()));

    private static final NodeSchema ENV = new Section(
            Map.of(),
            Map.of(
                    "required", new Items(new Text(TextRule.REQUIRED_KEY)),
                    "defaults", new Entries(TextRule.OWN_KEY, new Text(TextRule.TEXT), true),
                    "generated", new Items(new Text(TextRule.OWN_KEY))));

    private static final NodeSchema THEME =
            new Section(Map.of(), Map.of("css", new Text(TextRule.THEME), "logo", new Text(TextRule.THEME)));

    private static final NodeSchema ACTION = new Section(
            Map.of("id", new Text(TextRule.ACTION), "title", new Text(TextRule.TITLE), "path", REQUEST),
            Map.of("method", new Text(TextRule.METHOD), "confirm", new Flag()));

    private static final NodeSchema REMOTE = new Section(
            Map.of(),
            Map.of(
                    "auth", new Text(TextRule.KEY),
                    "stats", REQUEST,
                    "personsCount", REQUEST,
                    "backup", REQUEST,
                    "actions", new Items(ACTION)));

    static final NodeSchema WHOLE = new Section(
            Map.of(
                    "apiVersion", new Text(TextRule.VERSION),
                    "name", new Text(TextRule.NAME),
                    "services", new Entries(TextRule.SERVICE, SERVICE, false),
                    "routes", new Entries(TextRule.ROUTE, new Text(TextRule.SERVICE), false)),
            Map.of(
                    "build", new Items(new Argv()),
                    "database", DATABASE,
                    "env", ENV,
                    "storage", new Items(new Text(TextRule.STORAGE)),
                    "theme", THEME,
                    "remote", REMOTE));

    private ManifestSchema() {}
}
