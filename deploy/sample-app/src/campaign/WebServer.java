package campaign;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The JDK's HTTP server with a virtual thread per request, and a graceful shutdown. On SIGTERM it asks keep-alive
 * connections and streams to end, answers requests that have already arrived, stops listening, and waits for running
 * requests.
 */
final class WebServer {
    /**
     * Backlog for connections that arrive while the accepting thread is busy; beyond it a client would wait for a
     * retry.
     */
    private static final int BACKLOG = 512;

    private static final Duration ARRIVED = Duration.ofMillis(100);
    private static final Duration RUNNING = Duration.ofSeconds(10);
    private static final Duration SLOW = Duration.ofSeconds(1);

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    private final Routes routes;
    private final HttpServer server;
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean draining;

    private WebServer(Routes routes, HttpServer server) {
        this.routes = routes;
        this.server = server;
    }

    /** Listens on HOST and PORT until SIGTERM; {@code onDrain} ends streams that would otherwise never end. */
    static WebServer start(Environment environment, Routes routes, Runnable onDrain) throws IOException {
        var address = new InetSocketAddress(environment.text("HOST", "127.0.0.1"), environment.number("PORT", 8080));
        WebServer web = new WebServer(routes, HttpServer.create(address, BACKLOG));
        web.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        web.server.createContext("/", web::answer);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> web.drain(onDrain), "drain"));
        web.server.start();
        return web;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) {
        running.incrementAndGet();
        long began = System.nanoTime();
        Call call = new Call(exchange, () -> draining);
        try {
            routes.handle(call);
        } catch (Refused e) {
            refuse(exchange, call, e);
        } catch (SQLException e) {
            Log.error("the database failed", "path", call.path(), "state", e.getSQLState(), "error", e.getMessage());
            call.header("Retry-After", "2");
            refuse(exchange, call, new Refused(503, "database.unavailable", "Please try again in a moment"));
        } catch (IOException e) {
            Log.info("the client disconnected", "path", call.path());
        } catch (Exception | LinkageError e) {
            Log.error("a request failed", "path", call.path(), "error", e);
            refuse(exchange, call, new Refused(500, "internal", "Internal error"));
        } finally {
            exchange.close();
            running.decrementAndGet();
            note(exchange, call, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    /** Once an answer has started it is too late to refuse; the stream's own end shows whether it is complete. */
    private static void refuse(HttpExchange exchange, Call call, Refused refusal) {
        if (exchange.getResponseCode() != -1) {
            return;
        }
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("error", refusal.code);
        problem.put("message", refusal.getMessage());
        if (!refusal.fields.isEmpty()) {
            problem.put("fields", refusal.fields);
        }
        try {
            call.json(refusal.status, problem);
        } catch (IOException e) {
            Log.info("the client disconnected", "path", call.path());
        }
    }

    /** Not every request: a busy site would produce too many lines. */
    private static void note(HttpExchange exchange, Call call, Duration took) {
        boolean read = call.method().equals("GET") || call.method().equals("HEAD");
        if (!read || exchange.getResponseCode() >= 500 || took.compareTo(SLOW) > 0) {
            Log.info(
                    "request",
                    "method",
                    call.method(),
                    "path",
                    call.path(),
                    "status",
                    exchange.getResponseCode(),
                    "ms",
                    took.toMillis(),
                    "id",
                    call.request("X-Request-Id"));
        }
    }

    private void drain(Runnable onDrain) {
        long deadline = System.nanoTime() + RUNNING.toNanos();
        draining = true;
        Log.info("draining", "running", running.get());
        onDrain.run();
        pause(ARRIVED);
        Thread.ofPlatform().daemon().start(() -> server.stop((int) RUNNING.toSeconds()));
        while (running.get() > 0 && System.nanoTime() < deadline) {
            pause(Duration.ofMillis(10));
        }
        Log.info("stopped", "cut", running.get());
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
