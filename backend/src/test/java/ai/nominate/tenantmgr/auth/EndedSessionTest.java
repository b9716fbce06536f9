package ai.nominate.tenantmgr.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.EndlessDeployment;
import ai.nominate.tenantmgr.TestClock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams end with their session. The followed deployment never ends. */
@QuarkusTest
class EndedSessionTest {
    @Inject
    AgroalDataSource database;

    private final People.Person person = People.make("operator");
    private EndlessDeployment deployment;

    @BeforeEach
    void a_deployment_that_goes_on() throws SQLException {
        deployment = new EndlessDeployment(database);
    }

    @AfterEach
    void that_ends_after_all() throws SQLException {
        deployment.end();
    }

    @Test
    void a_stream_ends_with_the_session_and_says_why() throws Exception {
        String token = person.login().text("accessToken");
        CompletableFuture<List<String>> ended = follow(token);

        People.bearer(token).send("POST", "/api/auth/logout", null).expect(204);

        assertThat(ended.get(10, TimeUnit.SECONDS))
                .contains("event:signed-out", "data:{\"reason\":\"The session or token has ended\"}", "retry:2000");
    }

    @Test
    void a_stream_of_events_says_why_it_ends_too() throws Exception {
        String token = person.login().text("accessToken");
        CompletableFuture<List<String>> ended = follow(token, "/api/events");

        People.bearer(token).send("POST", "/api/auth/logout", null).expect(204);

        assertThat(ended.get(10, TimeUnit.SECONDS))
                .contains("event:signed-out", "data:{\"reason\":\"The session or token has ended\"}", "retry:2000");
    }

    @Test
    void streams_and_sockets_end_when_their_token_expires() throws Exception {
        Api session = person.signedIn();
        String expiry = new TestClock().instant().plusSeconds(4).toString();
        String token = session.post("/api/tokens", Map.of("name", "short", "role", "viewer", "expiresAt", expiry))
                .expect(201)
                .text("token");
        CompletableFuture<List<String>> ended = follow(token);
        CompletableFuture<Integer> closed = open(token);

        assertThat(ended.get(15, TimeUnit.SECONDS)).contains("event:token-expired");
        assertThat(closed.get(15, TimeUnit.SECONDS)).isEqualTo(4401);
    }

    @Test
    void a_socket_ends_when_the_user_is_demoted_and_says_why() throws Exception {
        CompletableFuture<Integer> closed = open(person.login().text("accessToken"));

        Api.admin().put("/api/users/" + person.id(), Map.of("role", "viewer")).expect(200);

        assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(4401);
    }

    @Test
    void streams_and_sockets_end_with_a_token_that_is_revoked() throws Exception {
        Api session = person.signedIn();
        var made = session.post("/api/tokens", Map.of("name", "follower", "role", "viewer"))
                .expect(201);
        CompletableFuture<List<String>> ended = follow(made.text("token"));
        CompletableFuture<Integer> closed = open(made.text("token"));

        session.send("DELETE", "/api/tokens/" + made.text("id"), null).expect(204);

        ended.get(10, TimeUnit.SECONDS);
        assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(4401);
    }

    @Test
    void what_was_opened_with_another_session_goes_on() throws Exception {
        String other = person.login().text("accessToken");
        String ending = person.login().text("accessToken");
        CompletableFuture<List<String>> goesOn = follow(other);
        CompletableFuture<List<String>> ends = follow(ending);

        People.bearer(ending).send("POST", "/api/auth/logout", null).expect(204);
        ends.get(10, TimeUnit.SECONDS);

        assertThat(goesOn).isNotDone();
        People.bearer(other).send("POST", "/api/auth/logout", null).expect(204);
        goesOn.get(10, TimeUnit.SECONDS);
    }

    private CompletableFuture<List<String>> follow(String token) throws Exception {
        return follow(token, "/api/deployments/" + deployment.id() + "/logs");
    }

    /** Completes with its lines when the stream ends without an error. */
    private static CompletableFuture<List<String>> follow(String token, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(Api.uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        var response = HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofLines())
                .get(10, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(200);
        return CompletableFuture.supplyAsync(() -> drain(response.body()));
    }

    private static List<String> drain(Stream<String> lines) {
        return lines.peek(line -> assertThat(line).isNotEqualTo("event:end")).toList();
    }

    private CompletableFuture<Integer> open(String token) {
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        URI uri = URI.create(
                Api.uri("/ws/deployments/" + deployment.id()).toString().replace("http:", "ws:"));
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("bearer-token-carrier", "quarkus-http-upgrade#Authorization#Bearer%20" + token)
                .buildAsync(uri, new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                        closed.complete(status);
                        return null;
                    }
                })
                .join();
        return closed;
    }
}
