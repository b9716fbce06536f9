package ai.nominate.tenantmgr.nginx;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A minimal browser: requests any host from a port of this machine. */
final class Visitor implements AutoCloseable {
    private final HttpClient client;
    private final WebSocketClient sockets;
    private final int port;
    private final boolean tls;

    Visitor(Vertx vertx, int port, boolean tls, boolean keepsAlive) {
        this.port = port;
        this.tls = tls;
        this.sockets = vertx.createWebSocketClient();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(keepsAlive)
                .setMaxPoolSize(8)
                .setMaxHeaderSize(128 * 1024)
                .setSsl(tls)
                .setForceSni(true)
                .setTrustAll(true)
                .setVerifyHost(false));
    }

    record Answer(int status, MultiMap headers, String body) {
        String header(String name) {
            return headers.get(name);
        }
    }

    Answer get(String host, String path, String... headers) {
        return send(HttpMethod.GET, host, path, "", headers);
    }

    Answer post(String host, String path, String body, String... headers) {
        return send(HttpMethod.POST, host, path, body, headers);
    }

    private Answer send(HttpMethod method, String host, String path, String body, String... headers) {
        RequestOptions options = options(host, path).setMethod(method);
        for (int i = 0; i < headers.length; i += 2) {
            options.putHeader(headers[i], headers[i + 1]);
        }
        return await(client.request(options)
                .compose(request -> request.send(Buffer.buffer(body, StandardCharsets.UTF_8.name()))
                        .compose(response -> response.body()
                                .map(bytes ->
                                        new Answer(response.statusCode(), response.headers(), bytes.toString())))));
    }

    RequestOptions options(String host, String path) {
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(port, "127.0.0.1"))
                .setHost(host)
                .setPort(port)
                .setSsl(tls)
                .setURI(path);
    }

    /** WebSocket options have no separate server address, so the host is set as a header. */
    private WebSocketConnectOptions socket(String host, String path) {
        WebSocketConnectOptions options = new WebSocketConnectOptions();
        options.setHost("127.0.0.1").setPort(port).setSsl(tls).setURI(path);
        options.putHeader("Host", host + ":" + port);
        return options;
    }

    HttpClient client() {
        return client;
    }

    WebSocket webSocket(String host, String path) {
        return await(sockets.connect(socket(host, path)));
    }

    /** Sends a request and passes on the answer in pieces. */
    void listen(String host, String path, String accept, Consumer<String> ear) {
        await(client.request(options(host, path).putHeader("Accept", accept))
                .compose(request ->
                        request.send().onSuccess(response -> response.handler(bytes -> ear.accept(bytes.toString())))));
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        client.close();
        sockets.close();
    }
}
