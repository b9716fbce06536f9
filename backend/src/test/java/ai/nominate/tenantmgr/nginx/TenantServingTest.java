package ai.nominate.tenantmgr.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers visitors get from a real NGINX. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantServingTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final TenantSlug ACME = Stage.slug("acme");
    private static final TenantSlug WORD = Stage.slug("default");
    private static final DomainName HOST = new DomainName("acme.localhost");

    private Stage stage;
    private App backend;
    private App frontend;
    private Visitor http;

    @BeforeAll
    void serve() throws Exception {
        stage = new Stage();
        backend = stage.app("backend-a");
        frontend = stage.app("frontend-a");
        App backendB = stage.app("backend-b");
        App frontendB = stage.app("frontend-b");
        http = stage.http();
        stage.authority.issue(stage.home.certificates().resolve("c1"), 0xabc123L, "acme.localhost", "www.acme.example");
        Routes routes = Stage.routes(
                Map.of(
                        "/", Stage.TO_FRONTEND,
                        "/api/", Stage.TO_BACKEND,
                        "/api/pages/", Stage.TO_FRONTEND,
                        "/api/pages/raw/", Stage.TO_BACKEND),
                Map.of("/theme.css", "theme.css", "/logo", "logo"));
        Routes other = Stage.routes(Map.of("/", Stage.TO_BACKEND), Map.of());
        Site acme = new Site(
                ACME,
                Stage.hosts("acme.localhost", "www.acme.example"),
                "c1",
                Map.of(
                        Slot.A,
                        new SlotSite(Map.of(1, backend.port(), 0, frontend.port()), "r1", routes),
                        Slot.B,
                        new SlotSite(Map.of(1, backendB.port(), 0, frontendB.port()), "r2", other)));
        Site word = new Site(
                WORD, Stage.hosts("word.localhost"), null, Map.of(Slot.A, Stage.slot("r1", stage.app("word-a"))));
        stage.write("tenants/acme/public/theme.css", "/* acme */");
        stage.write("tenants/acme/a.env", "SECRET=1");
        stage.write("tenants/other/a.env", "SECRET=2");
        stage.write("acme/.well-known/acme-challenge/token", "token.thumbprint");
        assertThat(stage.sites.apply(List.of(acme, word), Permit.ALWAYS))
                .isEqualTo(new ApplyResult.Changed(1, List.of()));
    }

    @AfterAll
    void end() {
        stage.close();
    }

    @BeforeEach
    void slot_a_is_live() {
        stage.markers.up(ACME, Permit.ALWAYS);
        stage.markers.switchTo(ACME, Slot.A, Permit.ALWAYS);
        stage.markers.switchTo(WORD, Slot.A, Permit.ALWAYS);
    }

    @ParameterizedTest
    @CsvSource({
        "/, frontend-a",
        "/api, frontend-a",
        "/api/, backend-a",
        "/api/x?y=1, backend-a",
        "/apix/, frontend-a",
        "/api/pages/x, frontend-a",
        "/api/pages/raw/x/y, backend-a",
        "/a%20b/%2e%2e%2fapi, frontend-a",
        "//api//x, backend-a",
    })
    void the_longest_route_that_fits_answers_and_gets_the_path_as_it_was(String path, String service) {
        assertThat(http.get("acme.localhost", path).body()).startsWith(service + " " + path + "\n");
    }

    @Test
    void a_tenant_may_be_called_like_a_word_of_nginx() {
        assertThat(http.get("word.localhost", "/").body()).startsWith("word-a /\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown.example", "127.0.0.1", "localhost", "acme.localhost.evil.example"})
    void an_unknown_host_is_not_found(String host) {
        Visitor.Answer answer = http.get(host, "/");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Site not found");
    }

    @Test
    void an_unknown_name_gets_no_handshake() {
        ProbeAnswer answer = stage.probe.ask(new DomainName("unknown.localhost"), "/", ProbeTarget.NONE, true, LIMIT);
        assertThat(answer).isInstanceOf(ProbeAnswer.Silent.class);
    }

    @Test
    void a_name_without_a_certificate_gets_no_handshake_and_hurts_nobody() {
        assertThat(stage.probe.ask(new DomainName("word.localhost"), "/", ProbeTarget.NONE, true, LIMIT))
                .isInstanceOf(ProbeAnswer.Silent.class);
        assertThat(stage.https().get("acme.localhost", "/").status()).isEqualTo(200);
    }

    @Test
    void theme_files_come_from_the_tenant_and_are_asked_for_again_each_time() {
        Visitor.Answer answer = http.get("acme.localhost", "/theme.css?v=1");
        assertThat(answer.body()).isEqualTo("/* acme */");
        assertThat(answer.header("Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(http.get("acme.localhost", "/theme.css", "If-None-Match", answer.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void a_theme_file_that_the_tenant_has_not_is_the_application_s_to_answer() throws Exception {
        assertThat(http.get("acme.localhost", "/logo?size=2").body()).startsWith("frontend-a /logo?size=2\n");
        stage.write("tenants/acme/public/logo.svg", "<svg/>");
        Visitor.Answer own = http.get("acme.localhost", "/logo");
        assertThat(own.body()).isEqualTo("<svg/>");
        assertThat(own.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(own.header("Content-Security-Policy")).startsWith("default-src 'none'");
        Files.delete(stage.home.tenants().resolve("acme/public/logo.svg"));
    }

    @Test
    void a_logo_without_a_type_in_its_name_is_a_picture() throws Exception {
        stage.write("tenants/acme/public/logo", "pixels");
        assertThat(http.get("acme.localhost", "/logo").header("Content-Type")).isEqualTo("image/png");
        Files.delete(stage.home.tenants().resolve("acme/public/logo"));
    }

    @Test
    void a_link_among_the_theme_files_is_not_followed() throws Exception {
        Path link = stage.home.tenants().resolve("acme/public/logo.svg");
        Files.createSymbolicLink(link, stage.home.tenants().resolve("acme/a.env"));
        assertThat(http.get("acme.localhost", "/logo").status()).isEqualTo(403);
        Files.delete(link);
    }

    @Test
    void an_application_cannot_reach_files_through_nginx_nor_pose_as_another() {
        Visitor.Answer answer = http.get("acme.localhost", "/sneak");
        assertThat(answer.body()).isEqualTo("not sneaked");
        assertThat(answer.header("X-Tenantmgr-Served")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.tenantmgr-theme/theme.css",
                "/.tenantmgr-pages/503.html",
                "/.tenantmgr-maintenance/maintenance.html",
                "/.tenantmgr-stream"
            })
    void internal_paths_are_not_found_from_outside(String path) {
        assertThat(http.get("acme.localhost", path).status()).isEqualTo(404);
    }

    @Test
    void a_challenge_is_answered_for_any_host() {
        assertThat(http.get("not-yet.example", "/.well-known/acme-challenge/token")
                        .body())
                .isEqualTo("token.thumbprint");
        assertThat(http.get("acme.localhost", "/.well-known/acme-challenge/none")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_tenant_that_is_down_gets_a_calm_page_with_any_method() {
        stage.markers.down(ACME, Permit.ALWAYS);
        for (Visitor.Answer answer :
                List.of(http.get("acme.localhost", "/api/x"), http.post("acme.localhost", "/api/x", "body"))) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("30");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.body()).contains("This site is under maintenance");
        }
        assertThat(served(ProbeTarget.A).slot()).isEqualTo("a");
    }

    @Test
    void maintenance_by_hand_has_a_page_of_its_own_and_lets_probes_and_no_one_else_through() {
        stage.markers.close(ACME, "<p>Grüße, back at six</p>", Permit.ALWAYS);
        stage.markers.down(ACME, Permit.ALWAYS);
        stage.markers.up(ACME, Permit.ALWAYS); // as a switch does
        for (Visitor.Answer answer : List.of(
                http.get("acme.localhost", "/"),
                http.get("acme.localhost", "/theme.css"),
                http.post("acme.localhost", "/api/x", "body"))) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("300");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
            assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
            assertThat(answer.body()).isEqualTo("<p>Grüße, back at six</p>");
        }
        assertThat(http.get("word.localhost", "/").status()).isEqualTo(200);
        assertThat(served(ProbeTarget.LIVE).slot()).isEqualTo("a");

        stage.markers.open(ACME, Permit.ALWAYS);

        assertThat(http.get("acme.localhost", "/").status()).isEqualTo(200);
    }

    @Test
    void without_a_marker_nothing_is_live() {
        stage.markers.clear(ACME, Permit.ALWAYS);
        assertThat(http.get("acme.localhost", "/").status()).isEqualTo(503);
    }

    @Test
    void a_live_slot_that_the_maps_do_not_know_is_unavailable() {
        stage.markers.switchTo(WORD, Slot.B, Permit.ALWAYS);
        assertThat(http.get("word.localhost", "/").status()).isEqualTo(503);
    }

    @Test
    void probes_reach_the_slot_that_nobody_sees_and_learn_who_answered() {
        Routes other = Stage.routes(Map.of("/", Stage.TO_BACKEND), Map.of());
        assertThat(served(ProbeTarget.B)).isEqualTo(new ServedBy(1, "acme", "b", "r2", other.id(), "backend"));
        assertThat(served(ProbeTarget.LIVE).slot()).isEqualTo("a");
    }

    @Test
    void a_probe_without_aim_gets_what_visitors_get() {
        ProbeAnswer answer = stage.probe.ask(HOST, "/x", ProbeTarget.NONE, false, LIMIT);
        assertThat(answer).isInstanceOfSatisfying(ProbeAnswer.Answered.class, answered -> {
            assertThat(answered.served()).isEmpty();
            assertThat(answered.body()).startsWith("frontend-a /x\n").doesNotContainIgnoringCase("x-tenantmgr");
        });
    }

    @Test
    void a_probe_over_tls_believes_only_a_certificate_for_the_name_and_tells_its_serial() {
        ProbeAnswer answer = stage.probe.ask(HOST, "/", ProbeTarget.A, true, LIMIT);
        assertThat(answer).isInstanceOfSatisfying(ProbeAnswer.Answered.class, answered -> {
            assertThat(answered.status()).isEqualTo(200);
            assertThat(answered.certificateSerial()).isEqualTo(Optional.of("abc123"));
            assertThat(answered.served()).map(ServedBy::slot).contains("a");
        });
    }

    @Test
    void a_probe_reads_the_beginning_of_an_endless_answer_and_ends_it() throws InterruptedException {
        ProbeAnswer answer = stage.probe.askOften(HOST, "/endless", ProbeTarget.A, LIMIT);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        ProbeAnswer.Answered.class,
                        answered -> assertThat(answered.body()).isEqualTo("x".repeat(4096)));
        assertThat(frontend.endlessEnded.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void several_requests_of_a_probe_make_one_connection_and_each_gets_its_answer() {
        try (PublicProbe.Visit visit = stage.probe.visit(HOST, ProbeTarget.A, LIMIT, Path.of("/none"))) {
            for (String path : List.of("/one", "/cut", "/two", "/endless", "/three")) {
                ProbeAnswer answer = visit.ask(path);
                assertThat(answer)
                        .isInstanceOfSatisfying(
                                ProbeAnswer.Answered.class,
                                answered ->
                                        assertThat(answered.certificateSerial()).contains("abc123"));
            }
            assertThat(visit.ask("/four"))
                    .isInstanceOfSatisfying(
                            ProbeAnswer.Answered.class,
                            answered -> assertThat(answered.body()).startsWith("frontend-a /four"));
        }
    }

    @Test
    void a_theme_file_is_told_to_probes_as_such() {
        ProbeAnswer answer = stage.probe.ask(HOST, "/theme.css", ProbeTarget.LIVE, false, LIMIT);
        assertThat(((ProbeAnswer.Answered) answer).served())
                .map(ServedBy::service)
                .contains("theme");
    }

    @Test
    void a_wrong_secret_is_no_probe_and_the_application_never_sees_it() {
        Visitor.Answer answer = http.get("acme.localhost", "/", "X-Tenantmgr-Probe", "0".repeat(32) + "-b");
        assertThat(answer.header("X-Tenantmgr-Served")).isNull();
        assertThat(answer.body()).startsWith("frontend-a").doesNotContainIgnoringCase("X-Tenantmgr-Probe");
    }

    @Test
    void what_a_client_says_of_itself_is_overwritten() {
        Visitor.Answer answer = http.get(
                "acme.localhost",
                "/",
                "X-Forwarded-For",
                "6.6.6.6",
                "X-Forwarded-Proto",
                "https",
                "Forwarded",
                "for=6.6.6.6",
                "X-Real-IP",
                "6.6.6.6",
                "X-Request-Id",
                "mine",
                "X-Forwarded-Prefix",
                "/evil");
        assertThat(answer.body())
                .contains("X-Forwarded-For: 127.0.0.1\n", "X-Forwarded-Proto: http\n", "X-Real-IP: 127.0.0.1\n")
                .contains("Host: acme.localhost:" + stage.settings.http() + "\n")
                .contains("X-Request-Id: " + answer.header("X-Request-Id") + "\n")
                .doesNotContain("6.6.6.6", "mine", "evil");
    }

    @Test
    void headers_of_32_kib_pass_and_larger_ones_get_a_page_that_says_so() {
        assertThat(http.get("acme.localhost", "/large-headers?bytes=32768").body())
                .isEqualTo("frontend-a sent large headers");
        for (String path : new String[] {"/large-headers?bytes=60000", "/cut"}) {
            Visitor.Answer answer = http.get("acme.localhost", path);
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.body()).contains("No usable answer", "40 KB of headers");
            assertThat(answer.header("Retry-After")).isNull();
        }
    }

    /** Applications read {@code X_Forwarded_For} as {@code X-Forwarded-For}: a client could forge it. */
    @Test
    void a_header_with_an_underscore_is_not_passed_on() {
        assertThat(http.get("acme.localhost", "/", "X_Forwarded_For", "6.6.6.6", "my_header", "value")
                        .body())
                .doesNotContainIgnoringCase("X_Forwarded_For")
                .doesNotContain("6.6.6.6", "my_header");
    }

    @Test
    void security_headers_stand_in_only_where_the_application_has_none() {
        Visitor.Answer plain = http.get("acme.localhost", "/");
        assertThat(plain.headers().getAll("X-Frame-Options")).containsExactly("SAMEORIGIN");
        assertThat(plain.headers().getAll("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(plain.headers().getAll("Referrer-Policy")).containsExactly("strict-origin-when-cross-origin");
        Visitor.Answer strict = http.get("acme.localhost", "/strict");
        assertThat(strict.headers().getAll("X-Frame-Options")).containsExactly("DENY");
        assertThat(strict.headers().getAll("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(strict.headers().getAll("Referrer-Policy")).containsExactly("same-origin");
    }

    @Test
    void a_web_socket_passes() throws Exception {
        WebSocket socket = http.webSocket("acme.localhost", "/api/live");
        LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
        socket.textMessageHandler(heard::add);
        socket.writeTextMessage("hello");
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("backend-a heard hello");
        Visitor.await(socket.close());
    }

    @ParameterizedTest
    @CsvSource({"/events, text/event-stream", "/events-by-header, */*"})
    void events_pass_at_once(String path, String accept) throws Exception {
        LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
        http.listen("acme.localhost", path, accept, heard::add);
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("data: first\n\n");
        frontend.sendEvent("second");
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("data: second\n\n");
        frontend.endEvents();
    }

    @Test
    void a_large_upload_reaches_the_application_while_it_is_sent() throws Exception {
        int part = 1 << 20;
        var request = Visitor.await(
                http.client().request(http.options("acme.localhost", "/upload").setMethod(HttpMethod.POST)));
        request.putHeader("Content-Length", Integer.toString(64 * part));
        Visitor.await(request.write(Buffer.buffer(new byte[part])));
        assertThat(frontend.firstUploadedBytes.await(5, TimeUnit.SECONDS)).isTrue();
        for (int i = 1; i < 64; i++) {
            Visitor.await(request.write(Buffer.buffer(new byte[part])));
        }
        request.end();
        assertThat(Visitor.await(request.response().compose(r -> r.body())).toString())
                .isEqualTo(Integer.toString(64 * part));
    }

    @Test
    void the_log_has_a_line_of_json_for_each_request_without_its_query() {
        http.get("acme.localhost", "/api/logged?password=hunter2");
        Path log = stage.home.nginx().resolve("logs/access.log");
        Stage.eventually(() -> read(log).contains("\"path\":\"/api/logged\""));
        assertThat(read(log)).doesNotContain("hunter2");
        assertThat(read(log).lines().filter(line -> line.contains("/api/logged")))
                .singleElement()
                .asString()
                .startsWith("{\"time\":\"")
                .contains("\"tenant\":\"acme\",\"slot\":\"a\",\"service\":\"backend\",\"host\":\"acme.localhost\"")
                .contains("\"status\":200")
                .endsWith("\"}");
    }

    @Test
    void requests_that_failed_have_a_log_of_their_own() {
        http.get("acme.localhost", "/api/logged-too");
        http.get("acme.localhost", "/cut?password=hunter2");
        Path log = stage.home.nginx().resolve("logs/failed.log");

        Stage.eventually(() -> read(log).contains("\"path\":\"/cut\""));
        assertThat(read(log)).doesNotContain("/api/logged-too", "hunter2");
        assertThat(new FailedRequests(stage.settings).of(ACME, 10)).first().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/cut");
            assertThat(request.status()).isEqualTo(502);
            assertThat(request.slot()).isEqualTo("a");
        });
        assertThat(new FailedRequests(stage.settings).of(WORD, 10))
                .noneMatch(request -> request.path().equals("/cut"));
    }

    @Test
    void the_log_of_traffic_has_visitors_to_tenants_alone_and_nothing_of_their_path() {
        NginxLogs logs = beginTraffic();
        for (int i = 0; i < 20; i++) {
            served(ProbeTarget.LIVE);
        }
        http.get("nobody.localhost", "/");
        http.get("acme.localhost", "/api/counted?password=hunter2");
        Stage.eventually(() -> lines(logs.traffic()) > 0);
        logs.moveTrafficAside(Permit.ALWAYS);

        Stage.eventually(() -> Files.exists(logs.traffic()));
        assertThat(read(logs.olderTraffic())).matches("[0-9]{10}\\.[0-9]{3} acme 200 [0-9]+ [0-9]+\\.[0-9]{3}\n");
    }

    @Test
    void a_log_of_traffic_that_is_moved_aside_loses_no_line() {
        NginxLogs logs = beginTraffic();
        for (int i = 0; i < 10; i++) {
            http.get("acme.localhost", "/");
        }
        logs.moveTrafficAside(Permit.ALWAYS);
        for (int i = 0; i < 10; i++) {
            http.get("acme.localhost", "/");
        }

        Stage.eventually(() -> lines(logs.traffic()) + lines(logs.olderTraffic()) == 20);
    }

    /** A log without what was asked before. */
    private NginxLogs beginTraffic() {
        NginxLogs logs = new NginxLogs(stage.settings, stage.process);
        http.get("acme.localhost", "/");
        Stage.eventually(() -> lines(logs.traffic()) > 0);
        logs.moveTrafficAside(Permit.ALWAYS);
        Stage.eventually(() -> Files.exists(logs.traffic()) && lines(logs.olderTraffic()) > 0);
        return logs;
    }

    private static int lines(Path file) {
        return (int) read(file).lines().count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private ServedBy served(ProbeTarget aim) {
        ProbeAnswer answer = stage.probe.ask(HOST, "/", aim, false, LIMIT);
        assertThat(answer).isInstanceOf(ProbeAnswer.Answered.class);
        return ((ProbeAnswer.Answered) answer).served().orElseThrow();
    }
}
