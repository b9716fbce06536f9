package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;


import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The manager's log as read by a program. The output is not a terminal, so it is JSON; it contains the work of all
 * other tests.
 */
@ExtendWith(OnProduct.class)
class ManagerLogIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Product product;

    ManagerLogIT(Product product) {
        this.product = product;
    }

    @Test
    void each_line_is_json_with_a_time_a_level_and_a_sentence() {
        product.api().get("/api/tenants");

        assertThat(lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.path("timestamp").asText()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*");
            assertThat(line.path("level").asText()).isIn("DEBUG", "INFO", "WARN", "ERROR");
            assertThat(line.path("message").asText()).isNotBlank();
        });
    }

    @Test
    void a_request_is_a_line_that_its_answer_leads_to_and_nothing_secret_is_in_it() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(product.address() + "/api/tenants?search=whatever-was-asked"))
                .header("Authorization", "Bearer " + product.api().accessToken());

        String id = HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("X-Request-Id")
                .orElseThrow();

        eventually("the request is in the log", () -> !about(id).isEmpty());
        assertThat(about(id)).singleElement().satisfies(line -> {
            assertThat(line.path("loggerName").asText()).isEqualTo("access");
            assertThat(line.path("message").asText())
                    .startsWith("GET /api/tenants 200 ")
                    .contains("admin");
            assertThat(line.toString())
                    .doesNotContain("whatever-was-asked", product.api().accessToken());
        });
    }

    private List<JsonNode> about(String request) {
        return lines().stream()
                .filter(line -> line.at("/mdc/requestId").asText().equals(request)
                        || line.path("message").asText().contains(request))
                .toList();
    }

    private List<JsonNode> lines() {
        try {
            String log = Files.readString(product.home().resolve("logs/manager.log"));
            return log.substring(0, log.lastIndexOf('\n') + 1)
                    .lines()
                    .map(ManagerLogIT::parsed)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }
}
