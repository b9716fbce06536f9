package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.PortNumber;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A service of a core application: reports its identity and its request, and exercises typical proxy problems. */
final class App {
    final AtomicLong uploaded = new AtomicLong();
    final CountDownLatch firstUploadedBytes = new CountDownLatch(1);
    final CountDownLatch endlessEnded = new CountDownLatch(1);
    private final String name;
    private final HttpServer server;
    private volatile HttpServerResponse events;

    App(Vertx vertx, String name) {
        this.name = name;
        this.server = Visitor.await(vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1"))
                .webSocketHandler(
                        socket -> socket.textMessageHandler(text -> socket.writeTextMessage(name + " heard " + text)))
                .requestHandler(this::answer)
                .listen(TestPorts.free()));
    }

    PortNumber port() {
        return new PortNumber(server.actualPort());
    }

    private void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        switch (request.path()) {
            case "/events", "/events-by-header" -> {
                if (request.path().equals("/events-by-header")) {
                    response.putHeader("X-Accel-Buffering", "no");
                }
                events = response.setChunked(true).putHeader("Content-Type", "text/event-stream");
                events.write("data: first\n\n");
            }
            case "/upload" -> {
                request.handler(bytes -> {
                    uploaded.addAndGet(bytes.length());
                    firstUploadedBytes.countDown();
                });
                request.endHandler(end -> response.end(Long.toString(uploaded.get())));
            }
            case "/sneak" ->
                response.putHeader("X-Accel-Redirect", "/.tenantmgr-theme/../other/a.env")
                        .putHeader("X-Tenantmgr-Served", "999999:other:a:r:m:frontend")
                        .end("not sneaked");
            case "/large-headers" -> {
                int bytes = Integer.parseInt(request.getParam("bytes"));
                for (int sent = 0; sent < bytes; sent += 1000) {
                    response.putHeader("X-Large-" + sent, "x".repeat(980));
                }
                response.end(name + " sent large headers");
            }
            case "/endless" -> {
                response.setChunked(true).closeHandler(closed -> endlessEnded.countDown());
                writeOn(response);
            }
            case "/cut" -> request.connection().close();
            case "/strict" ->
                response.putHeader("X-Frame-Options", "DENY")
                        .putHeader("Referrer-Policy", "same-origin")
                        .putHeader("X-Content-Type-Options", "nosniff")
                        .end();
            default -> response.end(name + " " + request.uri() + "\n" + headers(request));
        }
    }

    private static void writeOn(HttpServerResponse response) {
        if (!response.closed()) {
            response.write("x".repeat(1000)).onSuccess(written -> writeOn(response));
        }
    }

    void sendEvent(String text) {
        events.write("data: " + text + "\n\n");
    }

    void endEvents() {
        events.end();
    }

    private static String headers(HttpServerRequest request) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach(header -> headers.merge(header.getKey(), header.getValue(), (a, b) -> a + " + " + b));
        StringBuilder text = new StringBuilder();
        headers.forEach(
                (key, value) -> text.append(key).append(": ").append(value).append('\n'));
        return text.toString();
    }

    void close() {
        Visitor.await(server.close());
    }
}
