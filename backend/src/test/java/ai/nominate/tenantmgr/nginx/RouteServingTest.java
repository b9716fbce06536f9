package ai.nominate.tenantmgr.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.ManifestReader;
import ai.nominate.tenantmgr.manifest.ManifestResult;
import ai.nominate.tenantmgr.manifest.ServicePorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes of a manifest, as a real NGINX serves them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteServingTest {
    private static final TenantSlug ACME = new TenantSlug("acme");
    private static final String HOST = "acme.localhost";
    private static final String MANIFEST = """
            apiVersion: tenantmgr/v1
            name: wide
            services:
              frontend: { command: [x] }
              backend: { command: [x] }
              admin: { command: [x] }
              search: { command: [x] }
              s5: { command: [x] }
              s6: { command: [x] }
              s7: { command: [x] }
              s8: { command: [x] }
            routes:
              /: frontend
              /api/: backend
              /graphql: backend
              /a/b/c/openapi.json: backend
              /admin/: { service: admin, stripPrefix: true }
              /x/y/: { service: search, stripPrefix: true }
              /s5/: s5
              /s6/: s6
              /s7/: s7
              /s8/: s8
              /assets/: { static: public/assets, immutable: true }
              /app/: { static: dist, fallback: index.html }
              /docs/: { static: docs }
              /robots.txt: { static: public/robots.txt }
            """;

    private Stage stage;
    private Visitor http;
    private Path release;
    private Map<ServiceName, App> apps;

    @BeforeAll
    void serve() throws Exception {
        stage = new Stage();
        http = stage.http();
        Manifest manifest = ((ManifestResult.Valid) ManifestReader.read(MANIFEST)).manifest();
        Map<Integer, PortNumber> ports = new HashMap<>();
        apps = new HashMap<>();
        ServicePorts.of(manifest).positions().forEach((service, position) -> {
            apps.put(service, stage.app(service.id()));
            ports.put(position, apps.get(service).port());
        });
        release = stage.home.releases().resolve("r1");
        write("public/assets/app.js", "let a");
        write("public/assets/.env", "SECRET=1");
        write("public/robots.txt", "User-agent: *");
        write("public/secret.txt", "SECRET=2");
        write("dist/index.html", "<p>app</p>");
        write("dist/style.css", "p {}");
        write("docs/index.html", "<p>docs</p>");
        write("docs/guide/index.html", "<p>guide</p>");
        write("docs/.well-known/security.txt", "Contact: x");
        stage.write("tenants/other/a.env", "SECRET=3");
        Files.createSymbolicLink(
                release.resolve("docs/link"), stage.home.tenants().resolve("other"));
        Files.createSymbolicLink(release.resolve("docs/own.html"), release.resolve("docs/index.html"));
        Site site = new Site(
                ACME,
                List.of(new DomainName(HOST)),
                null,
                Map.of(Slot.A, new SlotSite(ports, "r1", Routes.of(manifest, Map.of()))));
        assertThat(stage.sites.apply(List.of(site), Permit.ALWAYS)).isEqualTo(new ApplyResult.Changed(1, List.of()));
        stage.markers.switchTo(ACME, Slot.A, Permit.ALWAYS);
    }

    @AfterAll
    void end() {
        stage.close();
    }

    private void write(String file, String text) {
        stage.write("releases/r1/" + file, text);
    }

    @ParameterizedTest
    @CsvSource({
        "/graphql, backend, /graphql",
        "/graphql?q=1, backend, /graphql?q=1",
        "/graphql/, frontend, /graphql/",
        "/graphqlx, frontend, /graphqlx",
        "/a/b/c/openapi.json, backend, /a/b/c/openapi.json",
        "/admin/users?x=1, admin, /users?x=1",
        "/admin/, admin, /",
        "/admin, frontend, /admin",
        "/admin/a%20b%3Fc, admin, /a%20b%3Fc",
        "//admin//x, admin, /x",
        "/x/y/z/, search, /z/",
        "/s5/, s5, /s5/",
        "/s6/, s6, /s6/",
        "/s7/, s7, /s7/",
        "/s8/x, s8, /s8/x",
    })
    void each_route_leads_to_its_service(String path, String service, String seen) {
        assertThat(http.get(HOST, path).body()).startsWith(service + " " + seen + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.env",
                "/.git/config",
                "/.well-known/security.txt",
                "/api/.hidden/x",
                "/.vite/deps/a.js",
                "/x/.."
            })
    void a_path_with_a_dot_is_the_application_s_to_answer(String path) {
        assertThat(http.get(HOST, path).status()).isEqualTo(200);
    }

    @Test
    void a_service_is_told_the_prefix_that_was_cut_off() {
        assertThat(http.get(HOST, "/admin/users").body()).contains("X-Forwarded-Prefix: /admin\n");
        assertThat(http.get(HOST, "/api/users").body()).doesNotContain("X-Forwarded-Prefix");
    }

    @Test
    void a_line_break_in_a_path_never_reaches_a_service_as_one() {
        assertThat(http.get(HOST, "/admin/x%0d%0aX-Evil:%201").body())
                .startsWith("admin /x%0D%0AX-Evil:%201\n")
                .doesNotContain("\nX-Evil");
    }

    @Test
    void events_pass_at_once_where_a_prefix_is_cut_off() throws Exception {
        LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
        http.listen(HOST, "/admin/events", "text/event-stream", heard::add);
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("data: first\n\n");
        apps.get(new ServiceName("admin")).endEvents();
    }

    @Test
    void files_of_the_release_are_served_with_their_type_and_how_long_they_may_be_kept() {
        Visitor.Answer script = http.get(HOST, "/assets/app.js?v=1");
        assertThat(script.body()).isEqualTo("let a");
        assertThat(script.header("Content-Type")).startsWith("text/javascript");
        assertThat(script.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(script.header("X-Content-Type-Options")).isEqualTo("nosniff");

        Visitor.Answer robots = http.get(HOST, "/robots.txt");
        assertThat(robots.body()).isEqualTo("User-agent: *");
        assertThat(robots.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(http.post(HOST, "/robots.txt", "x").status()).isEqualTo(405);
    }

    @Test
    void a_file_that_does_not_exist_is_not_found_or_answered_by_the_fallback() {
        Visitor.Answer missing = http.get(HOST, "/assets/none.js");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("Cache-Control")).isEqualTo("no-store");

        Visitor.Answer fallback = http.get(HOST, "/app/some/page");
        assertThat(fallback.status()).isEqualTo(200);
        assertThat(fallback.body()).isEqualTo("<p>app</p>");
        assertThat(fallback.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(http.get(HOST, "/app/style.css").body()).isEqualTo("p {}");
    }

    @Test
    void a_directory_has_its_index_page_below_a_slash() {
        assertThat(http.get(HOST, "/docs/").body()).isEqualTo("<p>docs</p>");
        assertThat(http.get(HOST, "/docs/guide/").body()).isEqualTo("<p>guide</p>");

        Visitor.Answer moved = http.get(HOST, "/docs/guide?x=1");
        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.header("Location")).endsWith(HOST + ":" + stage.settings.http() + "/docs/guide/?x=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/.env",
                "/assets/%2eenv",
                "/assets/..%2fsecret.txt",
                "/assets/../secret.txt",
                "/docs/link/a.env",
                "/docs/own.html",
                "/docs/link",
                "/docs/link/",
                "/.tenantmgr-files/public/secret.txt",
                "/.tenantmgr-fallback/public/secret.txt",
                "/.tenantmgr-cut/x",
                "/.tenantmgr-missing"
            })
    void hidden_files_links_and_other_directories_are_never_served(String path) {
        Visitor.Answer answer = http.get(HOST, path);
        assertThat(answer.body()).doesNotContain("SECRET", "<p>docs");
        assertThat(answer.status()).isIn(200, 403, 404);
        if (answer.status() == 200) {
            assertThat(answer.body()).startsWith("frontend ");
        }
    }

    @Test
    void well_known_files_of_the_release_are_served() {
        assertThat(http.get(HOST, "/docs/.well-known/security.txt").body()).isEqualTo("Contact: x");
    }

    @Test
    void a_probe_learns_that_files_answered() {
        ProbeAnswer answer =
                stage.probe.ask(new DomainName(HOST), "/robots.txt", ProbeTarget.A, false, Duration.ofSeconds(5));
        assertThat(((ProbeAnswer.Answered) answer).served())
                .map(ServedBy::service)
                .contains("static");
    }
}
