package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.product.LocalCertificate;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Repositories behind TLS, by {@code git http-backend}. Those below /private need a user and a token. */
final class HttpGitServer implements AutoCloseable {
    static final String USER = "robot";
    static final String TOKEN = "secret/token+with@odd:signs";

    private final Path root;
    private final HttpsServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Optional<String> redirect = Optional.empty();
    private final Map<String, String> large = new ConcurrentHashMap<>();
    private final Map<String, String> largeObjects = new ConcurrentHashMap<>();
    private volatile Runnable watch = () -> {};

    /** @param root directory of the repositories */
    HttpGitServer(Path root, LocalCertificate certificate) {
        this.root = root;
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate.tls()));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::answer);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String path) {
        return "https://localhost:" + port() + "/" + path;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The requests so far: method, path, and whether they had credentials. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    void forget() {
        requests.clear();
    }

    /** Answers every request with a redirect to this server. */
    void redirectTo(String address) {
        redirect = Optional.of(address);
    }

    /**
     * Adds an object of Git LFS.
     *
     * @param href where it is said to be downloaded; its content is at {@code /lfs/<object>}
     * @return the pointer to it
     */
    String large(String content, String object, String href) {
        large.put("/lfs/" + object, content);
        largeObjects.put(object, href);
        return "version https://git-lfs.github.com/spec/v1\noid sha256:" + object + "\nsize " + content.length() + "\n";
    }

    /** Is run during every request. */
    void duringRequests(Runnable look) {
        watch = look;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path + (authorization == null ? "" : " with credentials"));
            watch.run();
            if (redirect.isPresent()) {
                exchange.getResponseHeaders().add("Location", redirect.get() + exchange.getRequestURI());
                exchange.sendResponseHeaders(302, -1);
            } else if (path.startsWith("/private/") && !expected().equals(authorization)) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
            } else if (path.endsWith("/info/lfs/objects/batch") && !large.isEmpty()) {
                batch(exchange);
            } else if (large.containsKey(path)) {
                byte[] content = large.get(path).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            } else {
                serve(exchange);
            }
        }
    }

    private void batch(HttpExchange exchange) throws IOException {
        JsonArray objects = new JsonArray();
        for (Object each :
                new JsonObject(Buffer.buffer(exchange.getRequestBody().readAllBytes())).getJsonArray("objects")) {
            JsonObject object = (JsonObject) each;
            String href = largeObjects.get(object.getString("oid"));
            objects.add(
                    href == null
                            ? object.put("error", new JsonObject().put("code", 404))
                            : object.put(
                                    "actions", new JsonObject().put("download", new JsonObject().put("href", href))));
        }
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody()
                .write(new JsonObject().put("objects", objects).toBuffer().getBytes());
    }

    private static String expected() {
        return "Basic " + Base64.getEncoder().encodeToString((USER + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
    }

    private void serve(HttpExchange exchange) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
        Map<String, String> environment = builder.environment();
        environment.putAll(Map.of(
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_PROJECT_ROOT", root.toString(),
                "GIT_HTTP_EXPORT_ALL", "1",
                "PATH_INFO", exchange.getRequestURI().getPath(),
                "REQUEST_METHOD", exchange.getRequestMethod()));
        environment.put("QUERY_STRING", header(exchange.getRequestURI().getRawQuery()));
        environment.put("CONTENT_TYPE", header(exchange.getRequestHeaders().getFirst("Content-Type")));
        environment.put(
                "HTTP_CONTENT_ENCODING", header(exchange.getRequestHeaders().getFirst("Content-Encoding")));
        environment.put("GIT_PROTOCOL", header(exchange.getRequestHeaders().getFirst("Git-Protocol")));
        byte[] body = exchange.getRequestBody().readAllBytes();
        environment.put("CONTENT_LENGTH", Integer.toString(body.length));
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(body);
        }
        try (InputStream out = process.getInputStream()) {
            send(exchange, out);
        } finally {
            process.destroy();
        }
    }

    private static void send(HttpExchange exchange, InputStream out) throws IOException {
        int status = 200;
        for (String line = line(out); !line.isEmpty(); line = line(out)) {
            String[] parts = line.split(": ", 2);
            if (parts[0].equalsIgnoreCase("Status")) {
                status = Integer.parseInt(parts[1].substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(parts[0], parts[1]);
            }
        }
        exchange.sendResponseHeaders(status, 0);
        out.transferTo(exchange.getResponseBody());
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.write(c);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    private static String header(String value) {
        return value == null ? "" : value;
    }
}
