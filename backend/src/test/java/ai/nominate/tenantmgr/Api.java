package ai.nominate.tenantmgr;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.auth.credential.TestTokens;
import ai.nominate.tenantmgr.host.Eventually;
import ai.nominate.tenantmgr.kernel.Role;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** The API of the application under test, as seen by one caller. */
public record Api(List<String> headers) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Api anonymous() {
        return new Api(List.of());
    }

    public static Api as(Role role) {
        return anonymous().with("Authorization", "Bearer " + TestTokens.of(role));
    }

    public static Api admin() {
        return as(Role.ADMIN);
    }

    public static URI uri(String path) {
        int port = ConfigProvider.getConfig().getValue("tenantmgr.api-port", Integer.class);
        return URI.create("http://localhost:" + port + path);
    }

    /** The same caller with an additional header. */
    public Api with(String name, String value) {
        return new Api(Stream.concat(headers.stream(), Stream.of(name, value)).toList());
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** @param body JSON as text, or an object that Jackson writes as JSON */
    public Answer post(String path, Object body) {
        return with("Content-Type", "application/json").send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return with("Content-Type", "application/json").send("PUT", path, body);
    }

    public Answer send(String method, String path, Object body) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body));
        var request = HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, publisher);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            return new Answer(method + " " + path, response.statusCode(), response.headers(), body(response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A stream of events or of the log has no end: its head is enough, and it is closed. */
    private static String body(HttpResponse<InputStream> response) throws IOException {
        boolean isEndless = response.uri().getPath().matches("/api/(events|logs)")
                && response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        try (InputStream body = response.body()) {
            return isEndless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The deployment that an answer accepted, when it has ended. */
    public Answer ended(Answer accepted) {
        String path = "/api/deployments/" + accepted.expect(202).text("deploymentId");
        Eventually.eventually(
                "the end of " + path, () -> get(path).at("finishedAt").isTextual());
        return get(path);
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The answer. */
    public record Answer(String request, int status, HttpHeaders headers, String body) {
        /** @throws AssertionError with the body, if the status differs */
        public Answer expect(int expected) {
            assertThat(status).as("%s answered %s", request, body).isEqualTo(expected);
            return this;
        }

        /** Requires that the first wrong field is this one. */
        public Answer names(String field) {
            assertThat(text("errors/0/field")).as(body).isEqualTo(field);
            return this;
        }

        /** Expects a refusal with this status and code, as problem+json and without class names. */
        public Answer refuses(int expected, String code) {
            expect(expected);
            assertThat(header("Content-Type")).as(request).startsWith("application/problem+json");
            assertThat(text("code")).as(body).isEqualTo(code);
            assertThat(json().path("status").intValue()).isEqualTo(expected);
            assertThat(text("title")).isNotBlank();
            assertThat(text("instance")).matches("[0-9a-f-]{36}");
            assertThat(body).doesNotContain("Exception", "ai.nominate", "io.quarkus", "\\tat ", "jackson");
            return this;
        }

        /** The fields named by a refusal. */
        public List<String> fields() {
            List<String> fields = new ArrayList<>();
            json().path("errors")
                    .forEach(error -> fields.add(error.path("field").asText()));
            return fields;
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError(request + " answered " + status + " and no JSON: " + body, e);
            }
        }

        /** @param path names with slashes between them, such as {@code ports/frontend} */
        public JsonNode at(String path) {
            return json().at("/" + path);
        }

        public String text(String path) {
            return at(path).asText(null);
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }
}
