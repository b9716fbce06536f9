package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.manifest.Shape.Argv;
import ai.nominate.tenantmgr.manifest.Shape.Count;
import ai.nominate.tenantmgr.manifest.Shape.Entries;
import ai.nominate.tenantmgr.manifest.Shape.Flag;
import ai.nominate.tenantmgr.manifest.Shape.Items;
import ai.nominate.tenantmgr.manifest.Shape.Section;
import ai.nominate.tenantmgr.manifest.Shape.Text;
import java.util.Map;

/** All properties of a manifest, in the order of {@code tenant-app.schema.json}. */
final class ManifestShape {
    private static final Shape REQUEST = new Text(Rule.REQUEST);

    private static final Shape SERVICE = new Section(
            Map.of("command", new Argv(), "health", REQUEST),
            Map.of(
                    "memory", new Text(Rule.MEMORY),
                    "tasks", new Count(ServiceSpec.LEAST_TASKS, ServiceSpec.MOST_TASKS)));

    private static final Shape DATABASE = new Section(
            Map.of(),
            Map.of(
                    "engine", new Text(Rule.ENGINE),
                    "init", new Text(Rule.FILE),
                    "migrate", new Argv(),
                    "breaking", new Flag()));

    private static final Shape ENV = new Section(
            Map.of(),
            Map.of(
                    "required", new Items(new Text(Rule.REQUIRED_KEY)),
                    "defaults", new Entries(Rule.OWN_KEY, new Text(Rule.TEXT), true),
                    "generated", new Items(new Text(Rule.OWN_KEY))));

    private static final Shape THEME =
            new Section(Map.of(), Map.of("css", new Text(Rule.THEME), "logo", new Text(Rule.THEME)));

    private static final Shape ACTION = new Section(
            Map.of("id", new Text(Rule.ACTION), "title", new Text(Rule.TITLE), "path", REQUEST),
            Map.of("method", new Text(Rule.METHOD), "confirm", new Flag()));

    private static final Shape REMOTE = new Section(
            Map.of(),
            Map.of(
                    "auth", new Text(Rule.KEY),
                    "stats", REQUEST,
                    "personsCount", REQUEST,
                    "backup", REQUEST,
                    "actions", new Items(ACTION)));

    static final Shape WHOLE = new Section(
            Map.of(
                    "apiVersion", new Text(Rule.VERSION),
                    "name", new Text(Rule.NAME),
                    "services", new Entries(Rule.SERVICE, SERVICE, false),
                    "routes", new Entries(Rule.ROUTE, new Text(Rule.SERVICE), false)),
            Map.of(
                    "build", new Items(new Argv()),
                    "database", DATABASE,
                    "env", ENV,
                    "storage", new Items(new Text(Rule.STORAGE)),
                    "theme", THEME,
                    "remote", REMOTE));

    private ManifestShape() {}
}
