package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.Repetitions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The manager is killed between a failure and its message, and between an end and its message. */
@Tag("endurance")
@ExtendWith(OnProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledWhileAlertingIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A lost claim is taken over after two minutes. */
    private static final Duration SOON = Duration.ofMinutes(4);

    private final Product product;
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private HttpServer receiver;

    KilledWhileAlertingIT(Product product) {
        this.product = product;
    }

    @BeforeAll
    void a_receiver() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/", exchange -> {
            received.add(JSON.readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterAll
    void end() {
        receiver.stop(0);
    }

    @Test
    void each_failure_and_each_end_is_told_once() {
        String url = "http://localhost:" + receiver.getAddress().getPort() + "/";
        String channel = product.api()
                .post("/api/alert-channels", Map.of("name", "Desk", "kind", "webhook", "url", url), 201)
                .path("id")
                .asText();
        product.api()
                .post(
                        "/api/alert-rules",
                        Map.of(
                                "name",
                                "Deployments",
                                "kinds",
                                List.of("deployment"),
                                "channels",
                                List.of(channel),
                                "delaySeconds",
                                0),
                        201);
        Source source = product.source("told").firstRelease();
        Tenant tenant = product.tenant("told", source).live();
        int rounds = Repetitions.of(2, 10);

        for (int round = 1; round <= rounds; round++) {
            int expected = round;
            source.secondWithFault("exit");
            tenant.deploy().endsAs("failed", Duration.ofMinutes(3));
            product.kill9();
            product.start();
            eventually("the failure is told", SOON, () -> told("alert.opened") >= expected);
            source.firstRelease();
            tenant.deploy().endsAs("succeeded", Duration.ofMinutes(3));
            product.kill9();
            product.start();
            eventually("the end is told", SOON, () -> told("alert.over") >= expected);
        }

        assertThat(told("alert.opened")).isEqualTo(rounds);
        assertThat(told("alert.over")).isEqualTo(rounds);
    }

    /** Different messages; one that was sent again has the id of the first. */
    private long told(String event) {
        return received.stream()
                .filter(body -> body.path("event").asText().equals(event))
                .map(body -> body.path("id").asText())
                .distinct()
                .count();
    }
}
