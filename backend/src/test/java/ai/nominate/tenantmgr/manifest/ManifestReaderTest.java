package ai.nominate.tenantmgr.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.host.Repetitions;
import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ServiceName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {
    @Test
    void a_full_manifest_is_read_to_the_last_property() {
        Manifest manifest = good(ManifestText.FULL);

        assertThat(manifest.apiVersion()).isEqualTo("tenantmgr/v1");
        assertThat(manifest.name()).isEqualTo("campaign");
        assertThat(manifest.build()).containsExactly(List.of("./build.sh"), List.of("./check.sh", "--all"));
        assertThat(manifest.services())
                .containsOnly(
                        Map.entry(
                                ServiceName.BACKEND,
                                new ServiceSpec(
                                        List.of("java", "-jar", "backend.jar"), "/api/health", 268_435_456L, 256)),
                        Map.entry(
                                ServiceName.FRONTEND,
                                new ServiceSpec(List.of("java", "-jar", "frontend.jar"), "/", 1_073_741_824L, 512)));
        assertThat(manifest.routes())
                .containsExactly(
                        Map.entry("/", new RouteTarget.ToService(ServiceName.FRONTEND)),
                        Map.entry("/api/", new RouteTarget.ToService(ServiceName.BACKEND)));
        assertThat(manifest.database())
                .contains(new DatabaseSpec(
                        Optional.of("db/schema.sql"),
                        Optional.of(List.of("java", "-jar", "backend.jar", "migrate")),
                        false));
        assertThat(manifest.env())
                .isEqualTo(new EnvSpec(
                        Set.of(new EnvKey("ADMIN_EMAIL"), new EnvKey("SITE_TITLE")),
                        Map.of(new EnvKey("LOCALE"), "en", new EnvKey("GREETING"), "it's $5 \\ \"ü\""),
                        Set.of(new EnvKey("SESSION_SECRET"), new EnvKey("REMOTE_API_TOKEN"))));
        assertThat(manifest.storage()).containsExactly("uploads");
        assertThat(manifest.theme()).isEqualTo(new ThemeSpec(Optional.of("/theme.css"), Optional.of("/logo")));
        assertThat(manifest.remote())
                .contains(new RemoteSpec(
                        Optional.empty(),
                        Optional.of(new EnvKey("REMOTE_API_TOKEN")),
                        Optional.of("/api/admin/stats"),
                        Optional.of("/api/admin/persons/count"),
                        Optional.of("/api/admin/backup"),
                        List.of(new RemoteAction(
                                "reindex",
                                "Rebuild the search index",
                                "POST",
                                "/api/admin/reindex",
                                true,
                                Optional.empty()))));
    }

    @Test
    void what_the_smallest_manifest_leaves_out_has_defaults() {
        Manifest manifest = good(ManifestText.SMALLEST);

        assertThat(manifest.build()).isEmpty();
        assertThat(manifest.services().get(ServiceName.FRONTEND).memoryBytes()).isEqualTo(268_435_456L);
        assertThat(manifest.services().get(ServiceName.FRONTEND).tasks()).isEqualTo(256);
        assertThat(manifest.database()).isEmpty();
        assertThat(manifest.env()).isEqualTo(EnvSpec.NONE);
        assertThat(manifest.theme()).isEqualTo(ThemeSpec.NONE);
        assertThat(manifest.remote()).isEmpty();
        assertThat(manifest.services().get(ServiceName.FRONTEND).health()).contains(new HealthSpec("/"));
        assertThat(manifest.writable()).isEmpty();
        assertThat(manifest.commands()).isEmpty();
        assertThat(manifest.cron()).isEmpty();
    }

    @Test
    void each_property_of_a_real_application_is_read() {
        Manifest manifest = good(ManifestText.WIDE);

        ServiceSpec web = manifest.services().get(new ServiceName("web"));
        assertThat(web.health()).contains(new HealthSpec("/health", List.of(200, 204), Duration.ofSeconds(5)));
        assertThat(web.startTimeout()).contains(Duration.ofSeconds(90));
        assertThat(web.stopGrace()).contains(Duration.ofMinutes(1));
        assertThat(manifest.services().get(new ServiceName("twins")).twin()).isTrue();
        assertThat(manifest.routes())
                .containsEntry("/old/", new RouteTarget.ToService(new ServiceName("web"), true))
                .containsEntry("/graphql", new RouteTarget.ToService(new ServiceName("web")))
                .containsEntry("/assets/", new RouteTarget.Files("public/assets", true, Optional.empty()))
                .containsEntry("/app/", new RouteTarget.Files("dist", false, Optional.of("index.html")));
        assertThat(manifest.database().orElseThrow().connections()).isEqualTo(30);
        assertThat(manifest.database().orElseThrow().extensions()).containsExactly("pg_trgm");
        assertThat(manifest.env().build()).containsEntry(new EnvKey("NODE_ENV"), "production");
        assertThat(manifest.writable()).containsExactly(".next/cache");
        RemoteSpec remote = manifest.remote().orElseThrow();
        assertThat(remote.service()).contains(new ServiceName("web"));
        assertThat(remote.actions())
                .containsExactly(new RemoteAction(
                        "purge", "Purge", "POST", "/admin/purge", true, Optional.of("Every cached page is lost.")));
        assertThat(manifest.commands()).containsEntry("seed", List.of("./run", "seed"));
        assertThat(manifest.cron())
                .containsExactly(new CronSpec(
                        "digest", new CronSchedule("15 3 * * *"), List.of("./run", "digest"), Duration.ofMinutes(10)));
    }

    @Test
    void services_with_a_route_or_a_health_check_have_ports_in_the_order_of_the_file() {
        Manifest manifest = good("""
                apiVersion: tenantmgr/v1
                name: wide
                services:
                  worker: { command: [./run, worker] }
                  admin: { command: [./run, admin] }
                  backend: { command: [./run, backend], health: / }
                  metrics: { command: [./run, metrics], health: / }
                  search: { command: [./run, search] }
                routes: { /: backend, /admin/: admin, /search/: search }
                """);

        assertThat(ServicePorts.of(manifest).positions())
                .containsOnly(
                        Map.entry(new ServiceName("admin"), 0),
                        Map.entry(ServiceName.BACKEND, 1),
                        Map.entry(new ServiceName("metrics"), 2),
                        Map.entry(new ServiceName("search"), 3));
        assertThat(ServicePorts.of(manifest).beyondBlock())
                .containsExactly(new ServiceName("metrics"), new ServiceName("search"));
        assertThat(manifest.isWorker(new ServiceName("worker"))).isTrue();
    }

    @Test
    void an_application_of_files_alone_has_no_service() {
        Manifest manifest = good("""
                apiVersion: tenantmgr/v1
                name: site
                routes: { /: { static: dist, fallback: index.html } }
                """);
        assertThat(manifest.services()).isEmpty();
    }

    @Test
    void the_json_of_an_earlier_version_is_read() {
        Manifest manifest = Manifest.fromJson(
                "{\"apiVersion\":\"tenantmgr/v1\",\"name\":\"x\",\"build\":[],\"services\":{\"backend\":"
                        + "{\"command\":[\"./run\"],\"health\":\"/h\",\"memory\":\"256M\",\"tasks\":256}},"
                        + "\"routes\":{\"/\":\"backend\"},\"database\":{\"engine\":\"postgresql\",\"breaking\":false},"
                        + "\"env\":{\"required\":[],\"defaults\":{\"DATABASE_HOST\":\"own\"},\"generated\":[]},"
                        + "\"storage\":[],\"theme\":{}}");

        assertThat(manifest.services().get(ServiceName.BACKEND).health()).contains(new HealthSpec("/h"));
        assertThat(manifest.position(ServiceName.BACKEND)).hasValue(1);
        assertThat(manifest.database().orElseThrow().connections()).isEqualTo(20);
    }

    @Test
    void a_json_file_is_a_manifest_too() {
        Manifest manifest = good(ManifestText.FULL);
        assertThat(good(manifest.toJson())).isEqualTo(manifest);
    }

    @Test
    void a_manifest_survives_its_database_column() {
        for (String text : List.of(ManifestText.FULL, ManifestText.SMALLEST, ManifestText.WIDE)) {
            Manifest manifest = good(text);
            assertThat(Manifest.fromJson(manifest.toJson())).isEqualTo(manifest);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"apiVersion\":\"tenantmgr/v1\",\"name\":\"x\"}",
                "{\"apiVersion\":1}",
                "{\"apiVersion\":\"tenantmgr/v1\",\"name\":\"x\",\"services\":{\"frontend\":"
                        + "{\"command\":[null],\"health\":\"/\"}},\"routes\":{\"/\":\"frontend\"}}",
                "{\"apiVersion\":\"tenantmgr/v1\",\"name\":\"x\",\"services\":{\"frontend\":"
                        + "{\"command\":[\"x\"],\"health\":\"/\"}},\"routes\":{\"/\":\"backend\"}}"
            })
    void a_damaged_column_is_refused(String json) {
        assertThatThrownBy(() -> Manifest.fromJson(json)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void all_errors_come_at_once_in_the_order_of_the_file() {
        String text = ManifestText.with("health: /api/health", "health: api")
                .replace("memory: 256M", "memory: 32M")
                .replace("storage: [uploads]", "storage: [../uploads]");

        assertThat(errors(text)).extracting(ManifestError::line).containsExactly(7, 8, 22);
        assertThat(errors(text))
                .extracting(ManifestError::field)
                .containsExactly("services.backend.health", "services.backend.memory", "storage[0]");
    }

    @Test
    void a_bomb_of_aliases_is_refused_before_it_is_expanded() {
        String bomb = """
                a: &a [x, x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                """;
        assertThat(errors(bomb)).containsExactly(new ManifestError(1, "", "must not use YAML anchors or aliases"));
    }

    @Test
    void a_manifest_of_more_than_64_KiB_is_refused() {
        String room = ManifestText.SMALLEST + "#";
        assertThat(ManifestReader.read(room + "x".repeat(65_536 - room.length())))
                .isInstanceOf(ManifestResult.Valid.class);
        assertThat(errors(room + "x".repeat(65_537 - room.length())))
                .containsExactly(new ManifestError(1, "", "must be at most 64 KiB"));
        assertThat(errors(room + "ü".repeat(40_000))).hasSize(1);
    }

    @Test
    void a_thousand_levels_and_ten_thousand_errors_are_answered_briefly() {
        assertThat(errors("[".repeat(60_000))).hasSize(1);
        assertThat(errors("a:\n" + "- ".repeat(20_000))).hasSize(1);
        assertThat(errors("x: 1\n".repeat(10_000))).hasSize(50);
        assertThat(errors(ManifestText.with("uploads", "\"" + "a/".repeat(20_000) + "\"")))
                .hasSize(1);
    }

    /** The reader never throws, whatever a repository contains. */
    @Test
    void no_text_is_too_strange() {
        Random random = new Random(20_261);
        String alphabet = "{}[]:,-?&*!|>'\"%@`#\n \t\u0000\u0085\u2028\ud800\ufeffaz019~/=<.$\\";
        for (int round = 0; round < Repetitions.of(2_000, 50_000); round++) {
            StringBuilder text = new StringBuilder(ManifestText.FULL);
            for (int change = random.nextInt(1, 6); change > 0; change--) {
                int at = random.nextInt(text.length());
                String piece = String.valueOf(alphabet.charAt(random.nextInt(alphabet.length())));
                text.replace(at, Math.min(text.length(), at + random.nextInt(3)), piece);
            }
            switch (ManifestReader.read(text.toString())) {
                case ManifestResult.Valid(Manifest manifest) ->
                    assertThat(Manifest.fromJson(manifest.toJson())).isEqualTo(manifest);
                case ManifestResult.Invalid(List<ManifestError> errors) ->
                    assertThat(errors).isNotEmpty();
            }
        }
    }

    private static Manifest good(String text) {
        return switch (ManifestReader.read(text)) {
            case ManifestResult.Valid(Manifest manifest) -> manifest;
            case ManifestResult.Invalid(List<ManifestError> errors) -> throw new AssertionError(errors.toString());
        };
    }

    private static List<ManifestError> errors(String text) {
        return switch (ManifestReader.read(text)) {
            case ManifestResult.Valid good -> throw new AssertionError("was read: " + good);
            case ManifestResult.Invalid(List<ManifestError> errors) -> errors;
        };
    }
}
