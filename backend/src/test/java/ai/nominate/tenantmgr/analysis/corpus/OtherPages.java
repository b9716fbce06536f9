package ai.nominate.tenantmgr.analysis.corpus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Serves the pages of all sites, by others and authored, as the proxy of a browser; anything else on the web does not exist. One
 * address is known beyond them: where the templates of Material Design Lite fetch the style sheets of their own package.
 */
final class OtherPages {
    private static final String ELSEWHERE = "https://code.getmdl.io/1.3.0/";
    private static final String HERE = "/getmdl/";
    private static final Pattern OWN_STYLE = Pattern.compile("(<link[^>]*href=\")css/styles\\.css(\")");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "jpg", "image/jpeg",
            "woff2", "font/woff2");

    private final Map<String, Other> plain = new HashMap<>();
    private final Map<String, Other> mangled = new HashMap<>();
    private final Map<String, String> authored = CaptureCorpus.pages();

    private OtherPages() {
        for (Other other : Other.all()) {
            plain.put(other.host(false), other);
            mangled.put(other.host(true), other);
        }
    }

    static HttpServer start() throws IOException {
        OtherPages pages = new OtherPages();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                pages.answer(exchange);
            }
        });
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String path = exchange.getRequestURI().getPath();
        Optional<byte[]> body = Optional.ofNullable(authored.get(host))
                .filter(page -> path.equals("/"))
                .map(page -> page.getBytes(StandardCharsets.UTF_8));
        if (body.isEmpty()) {
            body = file(host, path);
        }
        String type = path.equals("/") ? "html" : path.substring(path.lastIndexOf('.') + 1);
        exchange.getResponseHeaders().add("Content-Type", TYPES.getOrDefault(type, "application/octet-stream"));
        exchange.sendResponseHeaders(
                body.isPresent() ? 200 : 404, body.map(bytes -> bytes.length).orElse(-1));
        if (body.isPresent()) {
            exchange.getResponseBody().write(body.get());
        }
    }

    private Optional<byte[]> file(String host, String path) throws IOException {
        Other other = plain.getOrDefault(host, mangled.get(host));
        if (other == null) {
            return Optional.empty();
        }
        boolean hashed = mangled.containsKey(host);
        String asked = path.substring(1);
        boolean isTheme = !other.theme().isEmpty() && asked.equals("theme.css");
        String[] theme = other.theme().split(" ");
        Optional<byte[]> found = isTheme ? read(Other.directory(theme[0]), theme[1]) : own(other, asked);
        return found.map(bytes -> dressed(other, asked, bytes, hashed));
    }

    /** From the package, or from a directory in it that holds the page: some are built for a server whose root that is. */
    private static Optional<byte[]> own(Other other, String path) throws IOException {
        if (path.startsWith(HERE.substring(1))) {
            String name = path.substring(HERE.length() - 1);
            Path elsewhere = Other.directory("material-design-lite@1.3.0");
            return Files.exists(elsewhere.resolve(name)) ? read(elsewhere, name) : read(elsewhere, "dist/" + name);
        }
        Path root = Other.directory(other.pack());
        Optional<byte[]> found = read(root, path);
        for (Path part : Path.of(other.page()).getParent() == null
                ? Path.of("")
                : Path.of(other.page()).getParent()) {
            root = root.resolve(part);
            found = found.isPresent() ? found : read(root, path);
        }
        return found;
    }

    private static byte[] dressed(Other other, String path, byte[] bytes, boolean hashed) {
        boolean page = path.equals(other.page());
        if (!page && !(hashed && path.endsWith(".css"))) {
            return bytes;
        }
        String text = new String(bytes, StandardCharsets.UTF_8).replace(ELSEWHERE, HERE);
        if (page && !other.theme().isEmpty()) {
            text = OWN_STYLE.matcher(text).replaceAll("$1/theme.css$2");
        }
        if (hashed) {
            text = page ? Hashed.html(text) : Hashed.css(text);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<byte[]> read(Path directory, String path) throws IOException {
        Path file = directory.resolve(path).normalize();
        return file.startsWith(directory.normalize()) && Files.isRegularFile(file)
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
    }
}
