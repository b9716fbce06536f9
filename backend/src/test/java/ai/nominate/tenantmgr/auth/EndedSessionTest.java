package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.EndlessDeployment;


import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.sql.SQLException;
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
    void a_stream_ends_with_the_session() throws Exception {
        String token = person.login().text("accessToken");
        CompletableFuture<Void> ended = follow(token);

        People.bearer(token).send("POST", "/api/auth/logout", null).expect(204);

        ended.get(10, TimeUnit.SECONDS);
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
        CompletableFuture<Void> ended = follow(made.text("token"));
        CompletableFuture<Integer> closed = open(made.text("token"));

        session.send("DELETE", "/api/tokens/" + made.text("id"), null).expect(204);

        ended.get(10, TimeUnit.SECONDS);
        assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(4401);
    }

    @Test
    void what_was_opened_with_another_session_goes_on() throws Exception {
        String other = person.login().text("accessToken");
        String ending = person.login().text("accessToken");
        CompletableFuture<Void> goesOn = follow(other);
        CompletableFuture<Void> ends = follow(ending);

        People.bearer(ending).send("POST", "/api/auth/logout", null).expect(204);
        ends.get(10, TimeUnit.SECONDS);

        assertThat(goesOn).isNotDone();
        People.bearer(other).send("POST", "/api/auth/logout", null).expect(204);
        goesOn.get(10, TimeUnit.SECONDS);
    }

    /** Completes when the stream ends without an error. */
    private CompletableFuture<Void> follow(String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(Api.uri("/api/deployments/" + deployment.id() + "/logs"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        var response = HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofLines())
                .get(10, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(200);
        return CompletableFuture.runAsync(() -> drain(response.body()));
    }

    private static void drain(Stream<String> lines) {
        lines.forEach(line -> assertThat(line).doesNotContain("event:end"));
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
