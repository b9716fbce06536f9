package campaign;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One request and its answer, reduced to what the handlers need. Bodies are size-limited when read. */
final class Call {
    /**
     * A body that is only slightly too large is read completely, so that the client gets the refusal instead of a
     * reset.
     */
    private static final int DISCARDED_AT_MOST = 1 << 20;

    private final HttpExchange exchange;
    private final BooleanSupplier draining;

    Call(HttpExchange exchange, BooleanSupplier draining) {
        this.exchange = exchange;
        this.draining = draining;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    String query(String name, String otherwise) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? otherwise : decoded(query).getOrDefault(name, otherwise);
    }

    String request(String header) {
        String value = exchange.getRequestHeaders().getFirst(header);
        return value == null ? "" : value;
    }

    /** Whether a script sent the request, rather than a plain form. */
    boolean wantsJson() {
        return request("Accept").contains("application/json")
                || request("Content-Type").startsWith("application/json");
    }

    Map<String, String> fields(int limit) throws IOException {
        String text = new String(body(limit), StandardCharsets.UTF_8);
        try {
            return request("Content-Type").startsWith("application/json") ? FlatJson.read(text) : decoded(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(400, "body.unreadable", "The body could not be read: " + e.getMessage());
        }
    }

    byte[] body(int limit) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(limit + 1);
        if (body.length > limit) {
            exchange.getRequestBody().readNBytes(DISCARDED_AT_MOST);
            header("Connection", "close");
            throw new Refused(413, "body.too-large", "The body is limited to " + limit + " bytes");
        }
        return body;
    }

    void header(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    void json(int status, Object value) throws IOException {
        header("Cache-Control", "no-store");
        bytes(status, "application/json", (Json.write(value) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void redirect(String location) throws IOException {
        header("Location", location);
        header("Cache-Control", "no-store");
        bytes(303, "text/plain", new byte[0]);
    }

    void bytes(int status, String type, byte[] body) throws IOException {
        try (OutputStream out = begin(status, type, body.length)) {
            out.write(body);
        }
    }

    /** An answer of known length; exactly that many bytes must follow. */
    OutputStream download(String type, long length) throws IOException {
        return begin(200, type, length);
    }

    /** An answer of unknown length, in chunks; closing it writes the last one. */
    OutputStream stream(String type) throws IOException {
        header("Cache-Control", "no-store");
        header("X-Accel-Buffering", "no");
        return begin(200, type, -1);
    }

    private OutputStream begin(int status, String type, long length) throws IOException {
        header("Content-Type", type);
        header("X-Content-Type-Options", "nosniff");
        if (draining.getAsBoolean()) {
            header("Connection", "close");
        }
        if (method().equals("HEAD")) {
            if (length >= 0) {
                header("Content-Length", Long.toString(length));
            }
            exchange.sendResponseHeaders(status, -1);
            return OutputStream.nullOutputStream();
        }
        exchange.sendResponseHeaders(status, length == 0 ? -1 : Math.max(length, 0));
        return length == 0 ? OutputStream.nullOutputStream() : exchange.getResponseBody();
    }

    private static Map<String, String> decoded(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }
}
