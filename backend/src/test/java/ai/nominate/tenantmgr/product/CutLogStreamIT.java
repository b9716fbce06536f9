package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A follower on an unreliable connection still gets the complete log. */
@ExtendWith(OnProduct.class)
class CutLogStreamIT {
    private static final int LINES = 3000;
    private static final Duration OVER = Duration.ofSeconds(10);

    private final Product product;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String cookie;
    private final String ownOrigin;

    CutLogStreamIT(Product product) {
        this.product = product;
        this.cookie = "tm_access=" + product.api().accessToken();
        this.ownOrigin = "http://127.0.0.1:" + product.webPort();
    }

    @Test
    void log_streams_that_are_cut_ten_times_tell_every_line_once_and_in_order() throws Exception {
        Source source = product.source("talkative").firstRelease().sayingBeforeBuild(LINES, OVER);
        Deployment deployment = product.tenant("talkative", source).deploy();
        String events = "/api/deployments/" + deployment.id() + "/logs";
        String token = product.api().accessToken();
        List<Callable<CutFollower>> followers = List.of(
                () -> new CutFollower().overEvents(product.apiPort(), events, "Authorization: Bearer " + token),
                () -> new CutFollower().overEvents(product.webPort(), events, "Cookie: " + cookie),
                () -> new CutFollower()
                        .overSocket(
                                client,
                                socket(product.apiPort(), deployment),
                                Map.of(),
                                "bearer-token-carrier",
                                asProtocol("Authorization", "Bearer " + token)),
                () -> new CutFollower()
                        .overSocket(
                                client,
                                socket(product.webPort(), deployment),
                                Map.of("Cookie", cookie, "Origin", ownOrigin)));

        List<CutFollower> followed = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<CutFollower> one : threads.invokeAll(followers)) {
                followed.add(one.get());
            }
        }

        deployment.succeeds();
        List<JsonNode> log = deployment.log();
        assertThat(log).hasSizeGreaterThan(LINES);
        assertThat(followed).hasSize(4).allSatisfy(follower -> {
            assertThat(follower.cuts()).isEqualTo(CutFollower.CUTS);
            assertThat(follower.gaps()).isEmpty();
            assertThat(text(follower.lines())).isEqualTo(text(log));
        });
    }

    @Test
    void a_web_socket_that_another_site_opens_with_our_cookie_is_refused() throws Exception {
        Tenant tenant = product.tenant("curious", product.source("curious").firstRelease());
        Deployment deployment = tenant.deploy();
        deployment.succeeds();
        URI address = URI.create(socket(product.webPort(), deployment));

        for (String origin : List.of("http://evil.example", "http://127.0.0.1:" + product.httpPort(), "null")) {
            assertThatThrownBy(() -> client.newWebSocketBuilder()
                            .header("Cookie", cookie)
                            .header("Origin", origin)
                            .buildAsync(address, new WebSocket.Listener() {})
                            .join())
                    .as("from %s", origin)
                    .hasCauseInstanceOf(WebSocketHandshakeException.class)
                    .satisfies(refusal -> assertThat(((WebSocketHandshakeException) refusal.getCause())
                                    .getResponse()
                                    .statusCode())
                            .isEqualTo(403));
        }
    }

    @Test
    void whoever_names_no_kind_of_answer_gets_json_and_not_a_stream() throws Exception {
        Deployment deployment =
                product.tenant("plain", product.source("plain").firstRelease()).deploy();

        try (Wire wire = new Wire(product.apiPort(), "127.0.0.1", Duration.ofSeconds(10))) {
            Wire.Answer answer = wire.get(
                    "/api/deployments/" + deployment.id() + "/logs",
                    "Accept: */*",
                    "Authorization: Bearer " + product.api().accessToken());
            assertThat(answer.headers().get("content-type")).startsWith("application/json");
        }
        deployment.succeeds();
    }

    private static String socket(int port, Deployment deployment) {
        return "ws://127.0.0.1:" + port + "/ws/deployments/" + deployment.id();
    }

    /** A header as a WebSocket subprotocol, the only one a browser script can set. */
    private static String asProtocol(String header, String value) {
        return URLEncoder.encode("quarkus-http-upgrade#" + header + "#" + value, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    private static List<String> text(List<JsonNode> lines) {
        return lines.stream()
                .map(line -> line.path("seq").asLong() + " " + line.path("text").asText())
                .toList();
    }
}
