package ai.nominate.tenantmgr.event;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One who follows events over SSE or a WebSocket, and writes down all that comes. */
final class Following implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param id null when the message came over a WebSocket */
    record Message(String name, String id, JsonNode data) {}

    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final StringBuilder frame = new StringBuilder();
    private String event;
    private String id;
    /** How it ended: 0 for an event stream, else the code with which the socket was closed. */
    final CompletableFuture<Integer> ended = new CompletableFuture<>();

    static Following overSse(String token, String query, String... headers) throws Exception {
        Following following = new Following();
        HttpRequest.Builder request = HttpRequest.newBuilder(Api.uri("/api/events" + query))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<Stream<String>> response = following
                .client
                .sendAsync(request.build(), BodyHandlers.ofLines())
                .get(10, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(200);
        Thread.ofVirtual().start(() -> {
            try (Stream<String> lines = response.body()) {
                lines.forEach(following::line);
            } finally {
                following.ended.complete(0);
            }
        });
        return following;
    }

    private void line(String line) {
        if (line.startsWith("event:")) {
            event = line.substring(6).strip();
        } else if (line.startsWith("id:")) {
            id = line.substring(3).strip();
        } else if (line.startsWith("data:")) {
            messages.add(new Message(event, id, json(line.substring(5))));
        }
    }

    static Following overSocket(String token, String query) {
        Following following = new Following();
        following
                .client
                .newWebSocketBuilder()
                .subprotocols("bearer-token-carrier", "quarkus-http-upgrade#Authorization#Bearer%20" + token)
                .buildAsync(
                        URI.create(Api.uri("/ws/events" + query).toString().replace("http:", "ws:")),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                                following.frame.append(data);
                                if (last) {
                                    JsonNode json = json(following.frame.toString());
                                    following.frame.setLength(0);
                                    following.messages.add(
                                            new Message(json.path("type").asText(), null, json));
                                }
                                return WebSocket.Listener.super.onText(socket, data, last);
                            }

                            @Override
                            public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                                following.ended.complete(status);
                                return null;
                            }
                        })
                .join();
        return following;
    }

    List<Message> messages() {
        return messages;
    }

    Message message(String name) {
        eventually("a message " + name, () -> messages.stream().anyMatch(one -> one.name.equals(name)));
        return messages.stream()
                .filter(one -> one.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The first change of this kind that belongs to the tenant. */
    Message change(String event, String tenantId) {
        eventually(event, () -> changes(event, tenantId).findFirst().isPresent());
        return changes(event, tenantId).findFirst().orElseThrow();
    }

    Stream<Message> changes(String event, String tenantId) {
        return messages.stream()
                .filter(one -> one.name.equals("change")
                        && one.data.path("event").asText().equals(event)
                        && one.data.path("tenantId").asText().equals(tenantId));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (java.io.IOException e) {
            throw new AssertionError(text, e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
