package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** The product's API, as used by an operator's script. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** Access tokens are valid for 15 minutes. */
    private static final Duration NEW_TOKEN = Duration.ofMinutes(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final String root;
    private String authorization = "";
    private String password;
    private long signedIn;

    Api(int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    /** @param json the answer; missing if it was not JSON */
    record Answer(int status, JsonNode json) {
        /** The error of a field; empty if the field has none. */
        String reason(String field) {
            for (JsonNode error : json.path("errors")) {
                if (error.path("field").asText().equals(field)) {
                    return error.path("message").asText();
                }
            }
            return "";
        }
    }

    void signIn(String password) {
        this.password = password;
        signedIn = System.nanoTime();
        Answer answer = send("POST", "/api/auth/login", Map.of("username", "admin", "password", password));
        assertThat(answer.status()).as("signing in: %s", answer.json()).isEqualTo(200);
        authorization = "Bearer " + answer.json().path("accessToken").asText();
    }

    /** The result of the last sign-in: Bearer token for programs, cookie for browsers. */
    String accessToken() {
        return authorization.substring("Bearer ".length());
    }

    boolean isReady() {
        try {
            return send("GET", "/q/health/ready", null).status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Requests a resource that must exist. */
    JsonNode get(String path) {
        return expect(200, send("GET", path, null));
    }

    JsonNode post(String path, Object body, int status) {
        return expect(status, send("POST", path, body));
    }

    JsonNode put(String path, Object body) {
        return expect(200, send("PUT", path, body));
    }

    Answer send(String method, String path, Object body) {
        return send(method, path, body, Map.of());
    }

    Answer send(String method, String path, Object body, Map<String, String> headers) {
        if (password != null && System.nanoTime() - signedIn > NEW_TOKEN.toNanos()) {
            signIn(password);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(headers.isEmpty() ? LIMIT : LIMIT.multipliedBy(6))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode expect(int status, Answer answer) {
        assertThat(answer.status()).as("answered with %s", answer.json()).isEqualTo(status);
        return answer.json();
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        boolean isJson =
                response.headers().firstValue("Content-Type").orElse("").contains("json");
        return isJson ? JSON.readTree(response.body()) : MissingNode.getInstance();
    }
}
