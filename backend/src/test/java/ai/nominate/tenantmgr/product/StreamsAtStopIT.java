package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A manager that is stopped tells the clients of its live streams, directly and through NGINX. */
@ExtendWith(OnProduct.class)
class StreamsAtStopIT {
    private final Product product;
    private final HttpClient client = HttpClient.newHttpClient();

    StreamsAtStopIT(Product product) {
        this.product = product;
    }

    @AfterEach
    void start_again() {
        product.start();
    }

    @Test
    void streams_end_with_an_event_and_sockets_with_a_code() throws Exception {
        List<String> direct = new CopyOnWriteArrayList<>();
        List<String> proxied = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> directEnd = follow(product.apiPort(), direct);
        CompletableFuture<Void> proxiedEnd = follow(product.webPort(), proxied);
        CompletableFuture<Void> ready = new CompletableFuture<>();
        CompletableFuture<Integer> closed = open(product.apiPort(), ready);
        eventually("both streams are open", () -> direct.contains("event:ready") && proxied.contains("event:ready"));
        ready.get(10, TimeUnit.SECONDS);

        product.terminate();

        directEnd.get(10, TimeUnit.SECONDS);
        proxiedEnd.get(10, TimeUnit.SECONDS);
        assertThat(direct).contains("event:shutdown", "retry:2000");
        assertThat(proxied).contains("event:shutdown", "retry:2000");
        assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(1012);
    }

    private CompletableFuture<Void> follow(int port, List<String> lines) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/events"))
                .header("Authorization", "Bearer " + product.api().accessToken())
                .header("Accept", "text/event-stream")
                .build();
        return client.sendAsync(request, BodyHandlers.ofLines())
                .thenAcceptAsync(response -> response.body().forEach(lines::add));
    }

    private CompletableFuture<Integer> open(int port, CompletableFuture<Void> ready) {
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        client.newWebSocketBuilder()
                .header("Authorization", "Bearer " + product.api().accessToken())
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/events"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                        ready.complete(null);
                        socket.request(1);
                        return null;
                    }

                    @Override
                    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                        closed.complete(code);
                        return null;
                    }
                })
                .join();
        return closed;
    }
}
