package ai.nominate.tenantmgr.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.WebSocket;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manager's SPA: files from disk, everything else from the API, also while the API is down. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManagerSiteTest {
    private Stage stage;
    private Visitor web;

    @BeforeAll
    void serve() throws Exception {
        stage = new Stage();
        stage.write("spa/index.html", "<!doctype html><title>Manager</title>");
        stage.write("spa/assets/app-1a2b.js", "console.log(1)");
        SafeFiles.write(stage.home.root().resolve("spa/assets/app-1a2b.js.gz"), gzip("console.log(1)"), "rw-r--r--");
        assertThat(stage.sites.apply(List.of(), Permit.ALWAYS)).isInstanceOf(ApplyResult.Changed.class);
        web = stage.web();
    }

    @AfterAll
    void end() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/tenants/acme", "/deployments/0190-x?tab=log"})
    void paths_of_the_site_s_own_router_get_its_page_and_never_an_old_one(String path) {
        Visitor.Answer answer = web.get("localhost", path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("<title>Manager</title>");
        assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.headers().getAll("Cache-Control")).containsExactly("no-cache");
    }

    @Test
    void every_page_comes_with_a_strict_policy() {
        Visitor.Answer answer = web.get("localhost", "/tenants");
        assertThat(answer.headers().getAll("Content-Security-Policy"))
                .containsExactly("default-src 'self'; img-src 'self' data:; style-src 'self'; frame-ancestors 'none'; "
                        + "base-uri 'none'; form-action 'self'; object-src 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Server")).isEqualTo("nginx");
    }

    @Test
    void assets_never_change_and_are_sent_compressed() {
        Visitor.Answer plain = web.get("localhost", "/assets/app-1a2b.js");
        assertThat(plain.body()).isEqualTo("console.log(1)");
        assertThat(plain.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(plain.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(web.get("localhost", "/assets/app-1a2b.js", "Accept-Encoding", "gzip")
                        .header("Content-Encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void an_asset_that_is_gone_is_not_found_and_not_remembered() {
        Visitor.Answer answer = web.get("localhost", "/assets/gone.js");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Cache-Control")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/dev", "/q/", "/q/healthy"})
    void nothing_else_of_the_framework_is_reachable(String path) {
        assertThat(web.get("localhost", path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "10.9.8.7", "acme.localhost", "127.0.0.1.nip.io"})
    void a_name_that_is_not_the_manager_s_own_is_refused(String host) {
        for (String path : List.of("/", "/assets/app-1a2b.js", "/api/auth/login", "/q/health/live")) {
            Visitor.Answer answer = web.get(host, path);
            assertThat(answer.status()).isEqualTo(421);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.body()).contains("\"code\":\"request.misdirected\"", "TENANTMGR_WEB_HOSTS");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]"})
    void the_manager_s_own_names_and_addresses_are_accepted(String host) {
        assertThat(web.get(host, "/").status()).isEqualTo(200);
    }

    @Test
    void without_the_api_its_callers_are_told_to_come_back_and_the_site_stays() {
        for (Visitor.Answer answer :
                List.of(web.get("localhost", "/api/tenants"), web.post("localhost", "/api/tenants", "{}"))) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.body()).contains("\"status\":503", "\"code\":\"web.unavailable\"");
        }
        assertThat(web.get("localhost", "/").status()).isEqualTo(200);
    }

    @Test
    void api_events_and_sockets_pass_with_the_true_address_of_the_caller() throws Exception {
        LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
        HttpServer api = api(stage.vertx);
        try {
            Visitor.Answer answer = web.get(
                    "localhost",
                    "/api/x?y=1",
                    "X-Forwarded-For",
                    "6.6.6.6",
                    "X-Forwarded-Host",
                    "evil.example",
                    "Forwarded",
                    "for=6.6.6.6");
            assertThat(answer.body())
                    .isEqualTo("/api/x?y=1 127.0.0.1 http localhost:" + stage.settings.web() + " null");
            assertThat(answer.headers().getAll("Cache-Control")).containsExactly("no-store");
            assertThat(answer.headers().getAll("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(web.get("localhost", "/q/health/ready").body()).startsWith("/q/health/ready ");

            web.listen("localhost", "/api/events", "text/event-stream", heard::add);
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("data: now\n\n");

            WebSocket socket = web.webSocket("localhost", "/ws/events");
            socket.textMessageHandler(heard::add);
            socket.writeTextMessage("ping");
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("ping");
            Visitor.await(socket.close());
        } finally {
            Visitor.await(api.close());
        }
    }

    @Test
    void long_answers_of_the_api_are_compressed_with_a_weak_version_and_short_ones_are_sent_as_they_are() {
        HttpServer api = api(stage.vertx);
        try {
            Visitor.Answer compressed = web.get("localhost", "/api/long", "Accept-Encoding", "gzip");
            assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(compressed.header("ETag")).isEqualTo("W/\"v1\"");
            Visitor.Answer plain = web.get("localhost", "/api/long");
            assertThat(plain.header("Content-Encoding")).isNull();
            assertThat(plain.header("ETag")).isEqualTo("\"v1\"");
            assertThat(web.get("localhost", "/api/x", "Accept-Encoding", "gzip").header("Content-Encoding"))
                    .isNull();
        } finally {
            Visitor.await(api.close());
        }
    }

    private HttpServer api(Vertx vertx) {
        return Visitor.await(vertx.createHttpServer()
                .webSocketHandler(socket -> socket.textMessageHandler(socket::writeTextMessage))
                .requestHandler(request -> {
                    if (request.path().equals("/api/events")) {
                        request.response().setChunked(true).write("data: now\n\n");
                        return;
                    }
                    if (request.path().equals("/api/long")) {
                        request.response()
                                .putHeader("Content-Type", "application/json;charset=UTF-8")
                                .putHeader("ETag", "\"v1\"")
                                .end("[" + "1,".repeat(2000) + "1]");
                        return;
                    }
                    request.response()
                            .putHeader("Cache-Control", "no-store")
                            .putHeader("X-Content-Type-Options", "nosniff")
                            .end(String.join(
                                    " ",
                                    request.uri(),
                                    request.getHeader("X-Forwarded-For"),
                                    request.getHeader("X-Forwarded-Proto"),
                                    request.getHeader("X-Forwarded-Host"),
                                    String.valueOf(request.getHeader("Forwarded"))));
                })
                .listen(stage.settings.api().value(), "127.0.0.1"));
    }

    private static byte[] gzip(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
