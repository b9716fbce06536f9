package ai.nominate.tenantmgr.certificate.acme;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Speaks as much ACME as is needed for one fault that pebble does not have: every account is known, every order is one too many. */
public final class BusyAuthority implements AutoCloseable {
    private final HttpServer server;
    private final String root;
    private int nonces;

    public BusyAuthority(Duration retryAfter) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        root = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/dir", exchange -> answer(exchange, 200, "application/json", """
                        {"newNonce": "%1$s/nonce", "newAccount": "%1$s/account", "newOrder": "%1$s/order"}""".formatted(root)));
        server.createContext("/nonce", exchange -> answer(exchange, 200, "text/plain", ""));
        server.createContext("/account", exchange -> {
            exchange.getResponseHeaders().set("Location", root + "/account/1");
            answer(exchange, 200, "application/json", "{\"status\": \"valid\"}");
        });
        server.createContext("/order", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", Long.toString(retryAfter.toSeconds()));
            answer(exchange, 429, "application/problem+json", """
                    {"type": "urn:ietf:params:acme:error:rateLimited",
                     "detail": "too many certificates already issued for this set of names"}""");
        });
        server.start();
    }

    public URI directory() {
        return URI.create(root + "/dir");
    }

    private void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Replay-Nonce", "bm9uY2U" + nonces++);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isHead || bytes.length == 0 ? -1 : bytes.length);
        if (!isHead) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
