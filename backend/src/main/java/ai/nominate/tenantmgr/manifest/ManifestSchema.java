package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.manifest.NodeSchema.Argv;
import ai.nominate.tenantmgr.manifest.NodeSchema.ByKey;
import ai.nominate.tenantmgr.manifest.NodeSchema.Count;
import ai.nominate.tenantmgr.manifest.NodeSchema.Either;
import ai.nominate.tenantmgr.manifest.NodeSchema.Entries;
import ai.nominate.tenantmgr.manifest.NodeSchema.Flag;
import ai.nominate.tenantmgr.manifest.NodeSchema.Items;
import ai.nominate.tenantmgr.manifest.NodeSchema.Section;
import ai.nominate.tenantmgr.manifest.NodeSchema.Text;
import java.util.Map;

/** All properties of a manifest, in the order of {@code tenant-app.schema.json}. */
final class ManifestSchema {
    private static final NodeSchema REQUEST = new Text(TextRule.REQUEST);

    private static final NodeSchema HEALTH = new Section(
            Map.of("path", REQUEST),
            Map.of(
                    "status", new Items(new Count(HealthSpec.LEAST_STATUS, HealthSpec.MOST_STATUS)),
                    "timeout", new Text(TextRule.HEALTH_TIMEOUT)));

    private static final NodeSchema SERVICE = new Section(
            Map.of("command", new Argv()),
            Map.of(
                    "health", new Either(REQUEST, HEALTH),
                    "startTimeout", new Text(TextRule.START_TIMEOUT),
                    "stopGrace", new Text(TextRule.STOP_GRACE),
                    "memory", new Text(TextRule.MEMORY),
                    "tasks", new Count(ServiceSpec.LEAST_TASKS, ServiceSpec.MOST_TASKS),
                    "twin", new Flag()));

    private static final NodeSchema ROUTE = new Either(
            new Text(TextRule.SERVICE),
            new ByKey(
                    "static",
                    new Section(
                            Map.of("static", new Text(TextRule.DIRECTORY)),
                            Map.of("immutable", new Flag(), "fallback", new Text(TextRule.FILE))),
                    new Section(Map.of("service", new Text(TextRule.SERVICE)), Map.of("stripPrefix", new Flag()))));

    private static final NodeSchema DATABASE = new Section(
            Map.of(),
            Map.of(
                    "engine", new Text(TextRule.ENGINE),
                    "init", new Text(TextRule.FILE),
                    "migrate", new Argv(),
                    "connections", new Count(1, DatabaseSpec.MOST_CONNECTIONS),
                    "extensions", new Items(new Text(TextRule.EXTENSION)),
                    "breaking", new Flag()));

    private static final NodeSchema VARIABLES = new Entries(TextRule.OWN_KEY, new Text(TextRule.TEXT), true);

    private static final NodeSchema ENV = new Section(
            Map.of(),
            Map.of(
                    "required",
                    new Items(new Text(TextRule.REQUIRED_KEY)),
                    "defaults",
                    VARIABLES,
                    "generated",
                    new Items(new Text(TextRule.OWN_KEY)),
                    "build",
                    VARIABLES));

    private static final NodeSchema CRON = new Section(
            Map.of("id", new Text(TextRule.ACTION), "schedule", new Text(TextRule.CRON), "command", new Argv()),
            Map.of("timeout", new Text(TextRule.CRON_TIMEOUT)));

    private static final NodeSchema THEME =
            new Section(Map.of(), Map.of("css", new Text(TextRule.THEME), "logo", new Text(TextRule.THEME)));

    private static final NodeSchema ACTION = new Section(
            Map.of("id", new Text(TextRule.ACTION), "title", new Text(TextRule.TITLE), "path", REQUEST),
            Map.of(
                    "method",
                    new Text(TextRule.METHOD),
                    "confirm",
                    new Flag(),
                    "question",
                    new Text(TextRule.QUESTION)));

    private static final NodeSchema REMOTE = new Section(
            Map.of(),
            Map.of(
                    "service",
                    new Text(TextRule.SERVICE),
                    "auth",
                    new Text(TextRule.KEY),
                    "stats",
                    REQUEST,
                    "personsCount",
                    REQUEST,
                    "backup",
                    REQUEST,
                    "actions",
                    new Items(ACTION)));

    static final NodeSchema WHOLE = new Section(
            Map.of(
                    "apiVersion", new Text(TextRule.VERSION),
                    "name", new Text(TextRule.NAME),
                    "routes", new Entries(TextRule.ROUTE, ROUTE, false)),
            Map.of(
                    "build", new Items(new Argv()),
                    "services", new Entries(TextRule.SERVICE, SERVICE, true),
                    "database", DATABASE,
                    "env", ENV,
                    "storage", new Items(new Text(TextRule.STORAGE)),
                    "writable", new Items(new Text(TextRule.DIRECTORY)),
                    "commands", new Entries(TextRule.ACTION, new Argv(), true),
                    "cron", new Items(CRON),
                    "theme", THEME,
                    "remote", REMOTE));

    private ManifestSchema() {}
}
