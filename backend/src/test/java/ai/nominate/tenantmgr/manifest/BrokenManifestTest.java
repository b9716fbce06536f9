package ai.nominate.tenantmgr.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.ServiceName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One table of manifests: the reader and the published schema must agree on each. */
class BrokenManifestTest {
    private static final Path FILE = Path.of("../schema/tenant-app.schema.json");
    private static final JsonSchema SCHEMA = schema();
    private static final YAMLMapper YAML = new YAMLMapper();

    /** A change to the full manifest, and the expected error. */
    record Break(String instead, String text, int line, String field, String reason) {
        @Override
        public String toString() {
            return instead + " → " + text;
        }
    }

    private static final String ROUTE =
            "must be a path: /api/ for all below it, at most three segments, or /graphql for itself, at most four; a segment is "
                    + "1 to 64 letters, digits, dots, hyphens, underscores or ~";
    private static final String SERVICE = ServiceName.REFUSAL;
    private static final String KNOWN_TOP =
            "is not a known property at this place; known are apiVersion, build, commands, "
                    + "cron, database, env, name, remote, routes, services, storage, theme, writable";
    private static final String REQUEST = "must be a path that starts with /, such as /api/health";
    private static final String FILE_RULE =
            "must be a file of the application, relative to its root and without .., such as db/schema.sql";
    private static final String DIRECTORY = "must be the name of one directory: letters, digits, hyphens, dots";
    private static final String THEME = "must be the path of a file, such as /theme.css";
    private static final String MEMORY = "must be from 64M to 64G, such as 256M";
    private static final String TASKS = "must be a whole number from 16 to 32768";
    private static final String TEXT = "must be text without control characters other than line breaks and tabs";
    private static final String QUOTES = "must be text: put it in quotes";
    private static final String KEY = "must be the name of an environment variable";
    private static final String OURS = "is set by Tenant Manager itself";
    private static final String RESERVED = "is reserved: it would change how the service is started";
    private static final String HEALTH = "services.backend.health";

    static Stream<Break> both() {
        return Stream.of(
                new Break("tenantmgr/v1", "tenantmgr/v2", 1, "apiVersion", "must be tenantmgr/v1"),
                new Break("apiVersion: tenantmgr/v1\n", "", 1, "apiVersion", "is missing"),
                new Break("name: campaign\n", "", 1, "name", "is missing"),
                new Break("name: campaign", "name: 12", 2, "name", lower()),
                new Break("name: campaign", "name: Campaign", 2, "name", lower()),
                new Break("name: campaign", "name: campaign\n\"x y\": 1", 3, "[\"x y\"]", KNOWN_TOP),
                new Break("[[\"./build.sh\"], ", "[[], ", 3, "build[0]", "must have a program"),
                new Break("[[\"./build.sh\"], ", "[./build.sh, ", 3, "build[0]", "must be a list"),
                new Break("\"--all\"]]", "1]]", 3, "build[1][1]", QUOTES),
                new Break("\"--all\"]]", "true]]", 3, "build[1][1]", QUOTES),
                new Break("\"--all\"]]", "{a: b}]]", 3, "build[1][1]", "must be text"),
                new Break("\"--all\"]]", "\"a\\0b\"]]", 3, "build[1][1]", TEXT),
                new Break("\"./build.sh\"", "\"\"", 3, "build[0][0]", "must be a program: not empty, and no option"),
                new Break("\"./build.sh\"", "\"-c\"", 3, "build[0][0]", "must be a program: not empty, and no option"),
                new Break("\"/\": frontend", "\"/\": Frontend", 12, "routes[\"/\"]", SERVICE),
                new Break("\"/\": frontend", "\"/\": static", 12, "routes[\"/\"]", SERVICE),
                new Break("health: /api/health", "health: api/health", 7, HEALTH, REQUEST),
                new Break("health: /api/health", "health: //elsewhere/", 7, HEALTH, REQUEST),
                new Break("health: /api/health", "health: /a b", 7, HEALTH, REQUEST),
                new Break("health: /api/health", "health: /%zz", 7, HEALTH, REQUEST),
                new Break("health: /api/health", "health: [/]", 7, HEALTH, "must be text"),
                new Break("health: /api/health", "health: {}", 7, "services.backend.health.path", "is missing"),
                new Break(
                        "health: /api/health",
                        "health: { path: /, status: [500] }",
                        7,
                        "services.backend.health.status[0]",
                        "must be a whole number from 200 to 499"),
                new Break(
                        "health: /api/health",
                        "health: { path: /, timeout: 61s }",
                        7,
                        "services.backend.health.timeout",
                        "must be from 1s to 60s, such as 5s"),
                new Break(
                        "memory: 256M",
                        "startTimeout: 31m",
                        8,
                        "services.backend.startTimeout",
                        "must be from 1s to 30m, such as 90s"),
                new Break(
                        "memory: 256M",
                        "stopGrace: 0s",
                        8,
                        "services.backend.stopGrace",
                        "must be from 1s to 10m, such as 20s"),
                new Break(
                        "    command: [\"java\", \"-jar\", \"backend.jar\"]\n",
                        "    command: []\n",
                        6,
                        "services.backend.command",
                        "must have a program"),
                new Break(
                        "    command: [\"java\", \"-jar\", \"backend.jar\"]\n",
                        "    command: java -jar backend.jar\n",
                        6,
                        "services.backend.command",
                        "must be a list"),
                new Break("memory: 256M", "memory: 63M", 8, "services.backend.memory", MEMORY),
                new Break("memory: 256M", "memory: 65537M", 8, "services.backend.memory", MEMORY),
                new Break("memory: 256M", "memory: 65G", 8, "services.backend.memory", MEMORY),
                new Break("memory: 256M", "memory: 0064M", 8, "services.backend.memory", MEMORY),
                new Break("memory: 256M", "memory: 256", 8, "services.backend.memory", MEMORY),
                new Break("memory: 256M", "memory: 256MiB", 8, "services.backend.memory", MEMORY),
                new Break("memory: 256M", "tasks: 15", 8, "services.backend.tasks", TASKS),
                new Break("memory: 256M", "tasks: 32769", 8, "services.backend.tasks", TASKS),
                new Break("memory: 256M", "tasks: -1", 8, "services.backend.tasks", TASKS),
                new Break("memory: 256M", "tasks: 99999999999999999999", 8, "services.backend.tasks", TASKS),
                new Break("memory: 256M", "tasks: \"256\"", 8, "services.backend.tasks", TASKS),
                new Break("memory: 256M", "tasks: [256]", 8, "services.backend.tasks", TASKS),
                new Break("\"/api/\": backend", "\"/a/b/c/d/e\": backend", 11, "routes[\"/a/b/c/d/e\"]", ROUTE),
                new Break("\"/api/\": backend", "\"/.tenantmgr-x/\": backend", 11, "routes[\"/.tenantmgr-x/\"]", ROUTE),
                new Break(
                        "\"/api/\": backend",
                        "\"/.well-known/acme-challenge/\": backend",
                        11,
                        "routes[\"/.well-known/acme-challenge/\"]",
                        ROUTE),
                new Break(
                        "\"/api/\": backend",
                        "\"/api/\": { static: ../x }",
                        11,
                        "routes[\"/api/\"].static",
                        "must be a directory of the application, relative to its root and without .., such as public/assets"),
                new Break(
                        "\"/api/\": backend",
                        "\"/api/\": { stripPrefix: true }",
                        11,
                        "routes[\"/api/\"].service",
                        "is missing"),
                new Break("\"/api/\": backend", "\"api/\": backend", 11, "routes[\"api/\"]", ROUTE),
                new Break("\"/api/\": backend", "\"/a/b/c/d/\": backend", 11, "routes[\"/a/b/c/d/\"]", ROUTE),
                new Break("\"/api/\": backend", "\"/a//\": backend", 11, "routes[\"/a//\"]", ROUTE),
                new Break("\"/api/\": backend", "\"/../\": backend", 11, "routes[\"/../\"]", ROUTE),
                new Break("\"/api/\": backend", "\"/a/./\": backend", 11, "routes[\"/a/./\"]", ROUTE),
                new Break("\"/api/\": backend", "\"/a;b/\": backend", 11, "routes[\"/a;b/\"]", ROUTE),
                new Break("\"/api/\": backend", "\"/$x/\": backend", 11, "routes[\"/$x/\"]", ROUTE),
                new Break(
                        "routes:\n  \"/api/\": backend\n  \"/\": frontend",
                        "routes: {}",
                        10,
                        "routes",
                        "must not be empty"),
                new Break("engine: postgresql", "engine: mysql", 14, "database.engine", "must be postgresql"),
                new Break("init: db/schema.sql", "init: /etc/passwd", 15, "database.init", FILE_RULE),
                new Break("init: db/schema.sql", "init: ../schema.sql", 15, "database.init", FILE_RULE),
                new Break("init: db/schema.sql", "init: db/../../x", 15, "database.init", FILE_RULE),
                new Break("init: db/schema.sql", "init: db/..", 15, "database.init", FILE_RULE),
                new Break("init: db/schema.sql", "init: ./x.sql", 15, "database.init", FILE_RULE),
                new Break("init: db/schema.sql", "init: -x.sql", 15, "database.init", FILE_RULE),
                new Break("init: db/schema.sql", "init: \"\"", 15, "database.init", FILE_RULE),
                new Break("migrate: [\"java\"", "migrate: [3", 16, "database.migrate[0]", QUOTES),
                new Break(
                        "breaking: false",
                        "connections: 501",
                        17,
                        "database.connections",
                        "must be a whole number from 1 to 500"),
                new Break(
                        "breaking: false",
                        "extensions: [\"a b\"]",
                        17,
                        "database.extensions[0]",
                        "must be the name of an extension of PostgreSQL, such as pg_trgm"),
                new Break("breaking: false", "breaking: \"false\"", 17, "database.breaking", "must be true or false"),
                new Break("breaking: false", "breaking: 0", 17, "database.breaking", "must be true or false"),
                new Break("SITE_TITLE]", "SITE-TITLE]", 19, "env.required[1]", KEY),
                new Break("SITE_TITLE]", "ADMIN_EMAIL]", 19, "env.required[1]", "is duplicated"),
                new Break("SITE_TITLE]", "LD_PRELOAD]", 19, "env.required[1]", RESERVED),
                new Break("SITE_TITLE]", "PATH]", 19, "env.required[1]", RESERVED),
                new Break("LOCALE: en", "LOCALE: 1.0", 20, "env.defaults.LOCALE", QUOTES),
                new Break("LOCALE: en", "LOCALE: null", 20, "env.defaults.LOCALE", QUOTES),
                new Break("LOCALE: en", "LOCALE: [en]", 20, "env.defaults.LOCALE", "must be text"),
                new Break("LOCALE: en", "LOCALE: \"a\\e[0m\"", 20, "env.defaults.LOCALE", TEXT),
                new Break("LOCALE: en", "1LOCALE: en", 20, "env.defaults.1LOCALE", KEY),
                new Break("LOCALE: en", "PORT: \"80\"", 20, "env.defaults.PORT", OURS),
                new Break("LOCALE: en", "DATABASE_URL: x", 20, "env.defaults.DATABASE_URL", OURS),
                new Break("LOCALE: en", "ADMIN_PASSWORD: x", 20, "env.defaults.ADMIN_PASSWORD", OURS),
                new Break("LOCALE: en", "PATH: /tmp", 20, "env.defaults.PATH", RESERVED),
                new Break("LOCALE: en", "LD_LIBRARY_PATH: /tmp", 20, "env.defaults.LD_LIBRARY_PATH", RESERVED),
                new Break("LOCALE: en", "BASH_ENV: x", 20, "env.defaults.BASH_ENV", RESERVED),
                new Break("LOCALE: en", "TENANTMGR_SERVICE: x", 20, "env.defaults.TENANTMGR_SERVICE", RESERVED),
                new Break("[SESSION_SECRET", "[TENANT_SLUG", 21, "env.generated[0]", OURS),
                new Break("[SESSION_SECRET", "[IFS", 21, "env.generated[0]", RESERVED),
                new Break("storage: [uploads]", "storage: uploads", 22, "storage", "must be a list"),
                new Break("storage: [uploads]", "storage: [../x]", 22, "storage[0]", DIRECTORY),
                new Break("storage: [uploads]", "storage: [..]", 22, "storage[0]", DIRECTORY),
                new Break("storage: [uploads]", "storage: [/var]", 22, "storage[0]", DIRECTORY),
                new Break("storage: [uploads]", "storage: [a/b]", 22, "storage[0]", DIRECTORY),
                new Break("storage: [uploads]", "storage: [a, a]", 22, "storage[1]", "is duplicated"),
                new Break(
                        "storage: [uploads]",
                        "writable: [/tmp]",
                        22,
                        "writable[0]",
                        "must be a directory of the application, relative to its root and without .., such as public/assets"),
                new Break("storage: [uploads]", "commands: { seed: [] }", 22, "commands.seed", "must have a program"),
                new Break(
                        "storage: [uploads]",
                        "cron: [{ id: x, schedule: daily, command: [x] }]",
                        22,
                        "cron[0].schedule",
                        "must be minute, hour, day of the month, month and day of the week, such as 15 3 * * *"),
                new Break("css: /theme.css", "css: theme.css", 24, "theme.css", THEME),
                new Break("css: /theme.css", "css: /", 24, "theme.css", THEME),
                new Break("css: /theme.css", "css: /a/../b", 24, "theme.css", THEME),
                new Break("css: /theme.css", "css: /a/", 24, "theme.css", THEME),
                new Break("css: /theme.css", "css: \"/a b\"", 24, "theme.css", THEME),
                new Break("auth: REMOTE_API_TOKEN", "auth: remote token", 27, "remote.auth", KEY),
                new Break("stats: /api/admin/stats", "stats: http://x/", 28, "remote.stats", REQUEST),
                new Break("id: reindex", "id: re index", 32, "remote.actions[0].id", lower()),
                new Break("- id: reindex\n      title", "- title", 32, "remote.actions[0].id", "is missing"),
                new Break("title: Rebuild the search index", "title: \" \"", 33, "remote.actions[0].title", title()),
                new Break(
                        "title: Rebuild the search index", "title: \"a\\nb\"", 33, "remote.actions[0].title", title()),
                new Break(
                        "title: Rebuild the search index",
                        "title: " + "x".repeat(81),
                        33,
                        "remote.actions[0].title",
                        title()),
                new Break(
                        "method: POST",
                        "method: CONNECT",
                        34,
                        "remote.actions[0].method",
                        "must be GET, POST, PUT, PATCH or DELETE"),
                new Break("confirm: true", "confirm: sure", 36, "remote.actions[0].confirm", "must be true or false"),
                new Break(
                        "actions:\n",
                        "actions: []\n  more:\n",
                        32,
                        "remote.more",
                        "is not a known property at this place; known are actions, auth, backup, personsCount, service, stats"),
                new Break(
                        "confirm: true",
                        "question: " + "x".repeat(201),
                        36,
                        "remote.actions[0].question",
                        "must be one line of at most 200 characters"));
    }

    /**
     * Errors of the file format, input that parsers treat differently, and rules that a schema cannot express.
     */
    static Stream<Break> readerAlone() {
        return Stream.of(
                new Break(
                        "\"/api/\": backend",
                        "\"/api/\": worker",
                        11,
                        "routes[\"/api/\"]",
                        "must be one of the services above"),
                new Break("  frontend: {", "  #", 12, "routes[\"/\"]", "must be one of the services above"),
                new Break(
                        "\"/api/\": backend",
                        "\"/api/\": backend\n  \"/API/\": backend",
                        12,
                        "routes[\"/API/\"]",
                        "must differ from /api/ in more than case: NGINX takes both for one path"),
                new Break(
                        "\"/api/\": backend",
                        "\"/api\": { service: backend, stripPrefix: true }",
                        11,
                        "routes[\"/api\"].stripPrefix",
                        "must have a path that ends with /, such as /api/"),
                new Break(
                        "\"java\", \"-jar\", \"backend.jar\"]\n    health",
                        "\"./serve\", \"$PORT\"]\n    health",
                        6,
                        "services.backend.command[1]",
                        "holds $PORT, which no shell expands: write ${PORT}"),
                new Break(
                        "\"--all\"]]",
                        "\"${SITE}\"]]",
                        3,
                        "build[1][1]",
                        "refers to ${SITE}, which a build does not have: set it in env.build"),
                new Break(
                        "\"backend.jar\", \"migrate\"]",
                        "\"${PORT:-1}\"]",
                        16,
                        "database.migrate[2]",
                        "must have only the form ${NAME}, or $${ for a literal ${: no shell reads it"),
                new Break(
                        "LOCALE: en",
                        "A: \"${B}\", B: \"${A}\"",
                        20,
                        "env.defaults.A",
                        "must not refer to itself, directly or by others"),
                new Break(
                        "memory: 256M",
                        "twin: true",
                        8,
                        "services.backend.twin",
                        "must be left out: a service with a route or a health check always runs in both slots"),
                new Break(
                        "storage: [uploads]",
                        "cron: [{ id: x, schedule: \"60 * * * *\", command: [x] }]",
                        22,
                        "cron[0].schedule",
                        "must have a minute from 0 to 59, a range such as 0-59, a list, or * with a step such as */5"),
                new Break("name: campaign", "name: \"campaign\\n\"", 2, "name", lower()),
                new Break("breaking: false", "breaking: yes", 17, "database.breaking", "must be true or false"),
                new Break("name: campaign", "name: campaign\nname: twice", 3, "name", "is duplicated"),
                new Break(
                        "\"/\": frontend",
                        "\"/\": frontend\n  \"/api/\": frontend",
                        13,
                        "routes[\"/api/\"]",
                        "is duplicated"),
                new Break("name: campaign", "name: &anchor campaign", 2, "", "must not use YAML anchors or aliases"),
                new Break("name: campaign", "name: *anchor", 2, "", "must not use YAML anchors or aliases"),
                new Break("name: campaign", "name: !!str campaign", 2, "", "must not use YAML tags"),
                new Break(
                        "name: campaign",
                        "name: !!javax.script.ScriptEngineManager [x]",
                        2,
                        "",
                        "must not use YAML tags"),
                new Break("name: campaign", "name: campaign\n<<: {}", 3, "[\"<<\"]", KNOWN_TOP),
                new Break("name: campaign", "name: campaign\n? [a]\n: b", 3, "", "must have plain names"),
                new Break(
                        "name: campaign",
                        "name: campaign: x",
                        2,
                        "",
                        "is not YAML: mapping values are not allowed here"),
                new Break("name: campaign", "name: \u0000", 2, "", "is not YAML: a control character"),
                new Break("name: campaign", "name: campaign\n---\na: b", 3, "", "must be one YAML document"),
                new Break("name: campaign", "name: [[[[[[[[[x]]]]]]]]]", 2, "", "is nested too deeply"),
                new Break("LOCALE: en", "LOCALE: no", 20, "env.defaults.LOCALE", QUOTES),
                new Break("LOCALE: en", "LOCALE: 2026-01-01", 20, "env.defaults.LOCALE", QUOTES),
                new Break(
                        "logo: /logo",
                        "logo: /theme.css",
                        25,
                        "theme.logo",
                        "must differ from the path of the style sheet"),
                new Break(
                        "auth: REMOTE_API_TOKEN",
                        "service: worker",
                        27,
                        "remote.service",
                        "must be a service with a route or a health check"),
                new Break(
                        "      confirm: true",
                        "    - { id: reindex, title: Again, path: / }",
                        36,
                        "remote.actions[1].id",
                        "is duplicated"));
    }

    @ParameterizedTest
    @MethodSource("both")
    void the_reader_and_the_schema_refuse(Break change) throws IOException {
        assertRefused(change);
        assertThat(SCHEMA.validate(YAML.readTree(ManifestText.with(change.instead(), change.text()))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("readerAlone")
    void the_reader_refuses_what_the_schema_cannot(Break change) {
        assertRefused(change);
    }

    private static void assertRefused(Break change) {
        ManifestResult read = ManifestReader.read(ManifestText.with(change.instead(), change.text()));
        assertThat(read)
                .isEqualTo(new ManifestResult.Invalid(
                        List.of(new ManifestError(change.line(), change.field(), change.reason()))));
    }

    static Stream<String> good() {
        return Stream.of(
                ManifestText.FULL,
                ManifestText.SMALLEST,
                ManifestText.with("memory: 256M", "memory: 65536M"),
                ManifestText.with("memory: 256M", "memory: 64G"),
                ManifestText.with("memory: 256M", "tasks: 16"),
                ManifestText.with("memory: 256M", "tasks: 32768"),
                ManifestText.with("\"/api/\": backend", "\"/a/b/c/\": backend"),
                ManifestText.with("\"/api/\": backend", "\"/.well-known/x..y/\": backend"),
                ManifestText.with("health: /api/health", "health: \"/h?deep=1&x=%20\""),
                ManifestText.with("init: db/schema.sql", "init: .db/a+b@1/..x"),
                ManifestText.with("\"--all\"", "\"$(id); 'x' \\\"ü\\\" %h \\n\""),
                ManifestText.WIDE,
                ManifestText.with("\"/api/\": backend", "\"/graphql\": backend"),
                ManifestText.with("\"/api/\": backend", "\"/a/b/c/d\": backend"),
                ManifestText.with("  backend:\n", "  backend: { command: [x] }\n  api-2:\n"),
                ManifestText.with("LOCALE: en", "ENV: x, LISTEN_ADDR: x, NODE_OPTIONS: x, DATABASE_HOST: x"),
                ManifestText.with("    health: /api/health\n", ""),
                ManifestText.with("SITE_TITLE", "PORT"),
                ManifestText.with("LOCALE: en", "LOCALE: \"\""),
                ManifestText.with("  engine: postgresql\n", ""));
    }

    @Test
    void a_misspelt_property_is_named_with_the_right_one() {
        assertThat(ManifestReader.read(ManifestText.with("health: /api/health", "heath: /api/health")))
                .isEqualTo(new ManifestResult.Invalid(List.of(new ManifestError(
                        7, "services.backend.heath", "is not a known property at this place; write health"))));
    }

    @Test
    void a_ninth_service_is_refused() {
        StringBuilder services = new StringBuilder("  backend: { command: [x] }\n");
        for (int number = 3; number <= 9; number++) {
            services.append("  s").append(number).append(": { command: [x] }\n");
        }
        assertThat(ManifestReader.read(ManifestText.with("  backend:\n", services + "  s10:\n")))
                .isEqualTo(new ManifestResult.Invalid(
                        List.of(new ManifestError(4, "services", "must have at most 8 services"))));
    }

    @ParameterizedTest
    @MethodSource("good")
    void the_reader_and_the_schema_accept(String text) throws IOException {
        assertThat(ManifestReader.read(text)).isInstanceOf(ManifestResult.Valid.class);
        assertThat(SCHEMA.validate(YAML.readTree(text))).isEmpty();
    }

    @Test
    void the_schema_has_the_reader_s_patterns() throws IOException {
        Map<String, String> written = new TreeMap<>();
        JsonNode definitions =
                new ObjectMapper().readTree(Files.readString(FILE)).path("$defs");
        definitions
                .properties()
                .forEach(d ->
                        written.put(d.getKey(), d.getValue().path("pattern").asText()));
        JsonNode action = definitions.path("action").path("properties");

        Map.of(
                        "name",
                        TextRule.NAME,
                        "program",
                        TextRule.PROGRAM,
                        "route",
                        TextRule.ROUTE,
                        "request",
                        TextRule.REQUEST,
                        "themeFile",
                        TextRule.THEME,
                        "memory",
                        TextRule.MEMORY,
                        "file",
                        TextRule.FILE,
                        "directory",
                        TextRule.STORAGE,
                        "key",
                        TextRule.KEY)
                .forEach((name, rule) -> assertThat(written).containsEntry(name, "^(?:" + rule.pattern() + ")$"));
        Map.of(
                        "serviceName",
                        TextRule.SERVICE,
                        "releaseDirectory",
                        TextRule.DIRECTORY,
                        "extension",
                        TextRule.EXTENSION,
                        "healthTimeout",
                        TextRule.HEALTH_TIMEOUT,
                        "startTimeout",
                        TextRule.START_TIMEOUT,
                        "stopGrace",
                        TextRule.STOP_GRACE)
                .forEach((name, rule) -> assertThat(written).containsEntry(name, "^(?:" + rule.pattern() + ")$"));
        JsonNode cron = definitions.path("cron").path("properties");
        assertThat(cron.path("schedule").path("pattern").asText()).isEqualTo("^(?:" + TextRule.CRON.pattern() + ")$");
        assertThat(cron.path("timeout").path("pattern").asText())
                .isEqualTo("^(?:" + TextRule.CRON_TIMEOUT.pattern() + ")$");
        assertThat(action.path("id").path("pattern").asText()).isEqualTo("^(?:" + TextRule.ACTION.pattern() + ")$");
        assertThat(action.path("title").path("pattern").asText()).isEqualTo("^(?:" + TextRule.TITLE.pattern() + ")$");
    }

    @Test
    void the_schema_reserves_the_variables_that_the_reader_reserves() throws IOException {
        JsonNode definitions =
                new ObjectMapper().readTree(Files.readString(FILE)).path("$defs");
        assertThat(definitions.path("systemKey").path("enum").valueStream().map(JsonNode::textValue))
                .containsExactlyInAnyOrderElementsOf(Stream.of(SystemVariable.values())
                        .filter(SystemVariable::isFixed)
                        .map(Enum::name)
                        .toList());
        JsonNode machine = definitions.path("machineKey").path("anyOf");
        assertThat(machine.path(0).path("enum").valueStream().map(JsonNode::textValue))
                .containsExactlyInAnyOrderElementsOf(ReservedKeys.MACHINE);
        assertThat(machine.path(1).path("pattern").asText())
                .isEqualTo("^(?:" + String.join("|", ReservedKeys.PREFIXES) + ")");
    }

    private static String lower() {
        return "must be lower-case letters, digits and hyphens, at most 40";
    }

    private static String title() {
        return "must be one line of at most 80 characters";
    }

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(FILE));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
