package ai.nominate.tenantmgr.analysis.claude;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * A server that speaks the provider's wire format, and has its faults. Refuses what the provider would refuse: other headers, a
 * temperature, an image that is none. Each request takes the next reply; the last one stays.
 */
public final class TestProvider implements AutoCloseable {
    public static final String KEY = "sk-ant-test-0123456789abcdef";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** A request as it came. */
    public record Asked(String key, JsonNode body) {}

    /** What is sent back. */
    @FunctionalInterface
    public interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    public TestProvider(Reply... script) {
        replies.addAll(List.of(script));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/messages", this::handle);
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public List<Asked> asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            asked.add(new Asked(exchange.getRequestHeaders().getFirst("x-api-key"), body));
            String refusal = refusal(exchange, body);
            if (refusal != null) {
                raw(
                                400,
                                Map.of(),
                                JSON.createObjectNode().put("refusal", refusal).toString())
                        .to(exchange);
                return;
            }
            Reply reply = replies.size() > 1 ? replies.poll() : replies.peek();
            reply.to(exchange);
        }
    }

    private static String refusal(HttpExchange exchange, JsonNode body) {
        if (!"2023-06-01".equals(exchange.getRequestHeaders().getFirst("anthropic-version"))) {
            return "no version";
        }
        if (!exchange.getRequestMethod().equals("POST")
                || !exchange.getRequestURI().getPath().equals("/v1/messages")) {
            return "another operation";
        }
        for (String field : List.of("temperature", "top_k", "top_p")) {
            if (body.has(field)) {
                return field + " is not allowed";
            }
        }
        return body.path("max_tokens").asInt() > 0 && body.path("model").isTextual() ? null : "no model";
    }

    /** A message whose text is this. */
    public static Reply text(String text) {
        return stopped("end_turn", text);
    }

    public static Reply answer(JsonNode answer) {
        return text(answer.toString());
    }

    public static Reply stopped(String reason, String text) {
        ObjectNode message = JSON.createObjectNode();
        message.put("id", "msg_1")
                .put("type", "message")
                .put("role", "assistant")
                .put("model", "claude-test");
        message.putArray("content").addObject().put("type", "text").put("text", text);
        message.put("stop_reason", reason);
        message.putObject("usage")
                .put("input_tokens", 5000)
                .put("output_tokens", 700)
                .put("cache_creation_input_tokens", 0)
                .put("cache_read_input_tokens", 1400);
        return raw(200, Map.of(), message.toString());
    }

    public static Reply error(int status, String type, Map<String, String> headers) {
        return raw(
                status,
                headers,
                "{\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"the key " + KEY
                        + " is at fault\"},\"request_id\":\"req_011CS\"}");
    }

    /** A monthly limit: 429 without Retry-After. */
    public static Reply spendLimit() {
        return raw(
                429,
                Map.of(),
                "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"limit\",\"details\":"
                        + "{\"error_code\":\"enforced_spend_limit_reached\"}},\"request_id\":\"req_011CS\"}");
    }

    public static Reply raw(int status, Map<String, String> headers, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Sends a header and a few bytes, and then nothing until the server is closed. */
    public Reply endless() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    public void reply(Reply... script) {
        replies.clear();
        replies.addAll(List.of(script));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
