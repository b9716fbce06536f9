package ai.nominate.tenantmgr.webhook.status;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.egress.Egress;
import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.product.LocalCertificate;
import ai.nominate.tenantmgr.webhook.forge.Forge;
import ai.nominate.tenantmgr.webhook.forge.StatusOutcome;
import ai.nominate.tenantmgr.webhook.forge.StatusRequest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against servers that take and refuse statuses as the three forges document it. */
class ForgeClientTest {
    private static final String COMMIT = "0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c";
    /** Seconds; a busy machine may be slow. */
    private static final int PATIENTLY = 60;

    private static final Vertx VERTX = Vertx.vertx();
    private static final CountDownLatch OVER = new CountDownLatch(1);
    private static LocalCertificate certificate;
    private static HttpsServer server;
    /** A request that another test gave up may come late, but never here. */
    private static HttpsServer untouched;

    private static volatile HttpHandler answer;
    private static final List<String> REQUESTS = new CopyOnWriteArrayList<>();
    private static final List<String> REACHED = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        certificate = new LocalCertificate(directory);
        server = serve(exchange -> answer.handle(exchange));
        untouched = serve(exchange -> REACHED.add(exchange.getRequestURI().getPath()));
    }

    private static HttpsServer serve(HttpHandler handler) throws IOException {
        HttpsServer made = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        made.setHttpsConfigurator(new HttpsConfigurator(certificate.tls()));
        made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        made.createContext("/", exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
        made.start();
        return made;
    }

    @AfterAll
    static void stop() {
        OVER.countDown();
        server.stop(0);
        untouched.stop(0);
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @EnumSource
    void a_forge_that_checks_path_token_and_fields_takes_the_status(Forge forge) {
        answer = exchange -> take(forge, exchange);

        assertThat(send(forge)).isEqualTo(new StatusOutcome.Sent());
    }

    @ParameterizedTest
    @EnumSource
    void refusals_say_what_to_do(Forge forge) {
        assertThat(refusedWith(forge, 401, "{\"message\":\"Bad credentials\"}")).contains("has expired");
        assertThat(refusedWith(forge, 403, "{\"message\":\"Resource not accessible\"}"))
                .contains("may not write");
        assertThat(refusedWith(forge, 404, "{\"message\":\"404 Project Not Found\"}"))
                .contains("no such repository");
        assertThat(refusedWith(forge, 422, "{\"message\":\"No commit found\"}")).contains("No commit found");
    }

    @Test
    void a_limit_is_waited_for() {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "17");
            reply(exchange, 429, "{}");
        };

        assertThat(((StatusOutcome.Later) send(Forge.GITHUB)).after()).hasValue(Duration.ofSeconds(17));
    }

    @Test
    void a_forge_that_hangs_is_given_up_after_the_limit() {
        answer = exchange -> await();

        assertThat(((StatusOutcome.Later) send(Forge.GITEA, client(Optional.of(certificate.file()), "localhost", 1)))
                        .why())
                .contains("did not answer within 1 seconds");
    }

    @Test
    void an_answer_without_end_is_not_read_to_it() {
        answer = exchange -> {
            exchange.sendResponseHeaders(422, 0);
            byte[] much = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            while (OVER.getCount() > 0) {
                exchange.getResponseBody().write(much);
            }
        };

        assertThat(((StatusOutcome.Failed) send(Forge.GITHUB)).why()).hasSizeLessThan(300);
    }

    @Test
    void a_redirect_is_not_followed_and_the_token_goes_nowhere_else() {
        REQUESTS.clear();
        answer = exchange -> {
            REQUESTS.add(exchange.getRequestURI().getPath());
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            reply(exchange, 307, "");
        };

        assertThat(((StatusOutcome.Failed) send(Forge.GITHUB)).why()).contains("redirects");
        assertThat(REQUESTS).isNotEmpty().doesNotContain("/elsewhere");
    }

    @Test
    void a_private_address_gets_nothing_unless_it_is_allowed() {
        assertThat(((StatusOutcome.Later)
                                send(untouched, Forge.GITHUB, client(Optional.of(certificate.file()), "", PATIENTLY)))
                        .why())
                .contains("is unknown, or is not a public address");
        assertThat(REACHED).isEmpty();
    }

    @Test
    void a_server_with_a_certificate_that_nobody_trusts_gets_nothing() {
        assertThat(send(untouched, Forge.GITHUB, client(Optional.empty(), "localhost", PATIENTLY)))
                .isInstanceOf(StatusOutcome.Later.class);
        assertThat(REACHED).isEmpty();
    }

    private static String refusedWith(Forge forge, int status, String body) {
        answer = exchange -> reply(exchange, status, body);
        return ((StatusOutcome.Failed) send(forge)).why();
    }

    /** What a forge checks of a request. */
    private static void take(Forge forge, HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().getRawPath();
        JsonObject body = new JsonObject(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String token = exchange.getRequestHeaders().getFirst(forge == Forge.GITLAB ? "PRIVATE-TOKEN" : "Authorization");
        boolean isRight = exchange.getRequestMethod().equals("POST")
                && exchange.getRequestHeaders().getFirst("User-Agent") != null
                && exchange.getRequestHeaders().getFirst("Content-Type").equals("application/json")
                && body.getString("target_url").equals("https://panel.example/deployments/1")
                && switch (forge) {
                    case GITHUB ->
                        target.equals("/api/v3/repos/acme/site/statuses/" + COMMIT)
                                && "Bearer t0ken".equals(token)
                                && body.getString("context").equals("tenant-manager/acme");
                    case GITEA ->
                        target.equals("/api/v1/repos/acme/site/statuses/" + COMMIT)
                                && "token t0ken".equals(token)
                                && body.getString("context").equals("tenant-manager/acme");
                    case GITLAB ->
                        target.equals("/api/v4/projects/acme%2Fsite/statuses/" + COMMIT)
                                && "t0ken".equals(token)
                                && body.getString("name").equals("tenant-manager/acme");
                };
        reply(exchange, isRight ? 201 : 400, "{\"id\":1}");
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void await() {
        try {
            OVER.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static StatusOutcome send(Forge forge) {
        return send(forge, client(Optional.of(certificate.file()), "localhost", PATIENTLY));
    }

    private static StatusOutcome send(Forge forge, ForgeClient client) {
        return send(server, forge, client);
    }

    private static StatusOutcome send(HttpsServer to, Forge forge, ForgeClient client) {
        return client.send(
                forge,
                StatusRequest.of(
                        forge,
                        new GitUrl("https://localhost:" + to.getAddress().getPort() + "/acme/site.git"),
                        COMMIT,
                        new StatusRequest.Status(
                                "success", "Deployed", "tenant-manager/acme", "https://panel.example/deployments/1"),
                        new Secret("t0ken")));
    }

    private static ForgeClient client(Optional<Path> authority, String allowed, int seconds) {
        return new ForgeClient(VERTX, new Egress(Optional.of(allowed)), authority, Duration.ofSeconds(seconds));
    }
}
