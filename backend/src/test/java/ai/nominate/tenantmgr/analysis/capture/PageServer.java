package ai.nominate.tenantmgr.analysis.capture;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A website of a test: pages by their path, and a record of who asked. */
public final class PageServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** @param host a loopback address such as 127.0.0.2 */
    public PageServer(String host) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            try (exchange) {
                answers.getOrDefault(exchange.getRequestURI().getPath(), Answer.of(404, "text/plain", "none"))
                        .write(exchange);
            }
        });
        server.start();
    }

    public PageServer page(String path, String html) {
        return on(path, Answer.of(200, "text/html; charset=utf-8", html));
    }

    /**
     * A page that comes only when it may.
     *
     * @param asked is increased by each visitor
     */
    public PageServer heldPage(String path, String html, AtomicInteger asked, CountDownLatch open) {
        Answer page = Answer.of(200, "text/html; charset=utf-8", html);
        return on(path, exchange -> {
            asked.incrementAndGet();
            try {
                open.await();
                page.write(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    PageServer on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    public String address(String path) {
        return "http://" + authority() + path;
    }

    String authority() {
        return server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    /** The paths that somebody asked for. */
    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** How a path answers. */
    interface Answer {
        void write(HttpExchange exchange) throws IOException;

        static Answer of(int status, String type, String body) {
            return exchange -> {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", type);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            };
        }

        static Answer redirect(String to) {
            return exchange -> {
                exchange.getResponseHeaders().add("Location", to);
                exchange.sendResponseHeaders(302, -1);
            };
        }
    }
}
