package ai.nominate.tenantmgr.analysis.browser;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Speaks the DevTools protocol with the browser over two pipes, in JSON with a zero byte after each message. No port is opened on
 * which a page could speak it too.
 */
final class DevTools {
    /** A picture of a page may be large; more than this is a page that wants to fill memory. */
    private static final int LONGEST_MESSAGE = 48 << 20;

    private static final int BUFFER = 1 << 16;

    private final ObjectMapper mapper = new ObjectMapper();
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();
    private final FileChannel toBrowser;
    private final FileChannel fromBrowser;

    private DevTools(FileChannel toBrowser, FileChannel fromBrowser) {
        this.toBrowser = toBrowser;
        this.fromBrowser = fromBrowser;
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LONGEST_MESSAGE)
                        .maxNestingDepth(64)
                        .build());
    }

    /** Waits until the browser has opened its ends of the pipes. */
    static DevTools connect(Path in, Path out) throws IOException {
        DevTools tools = new DevTools(
                FileChannel.open(in, StandardOpenOption.WRITE), FileChannel.open(out, StandardOpenOption.READ));
        Thread.ofPlatform().daemon().name("devtools").start(tools::read);
        return tools;
    }

    ObjectNode object() {
        return mapper.createObjectNode();
    }

    /** Called on the reading thread for each event: must not wait for an answer. */
    void onEvent(Consumer<JsonNode> listener) {
        listeners.add(listener);
    }

    /** @param session empty for the browser itself */
    CompletableFuture<JsonNode> send(String session, String method, JsonNode parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        ObjectNode message = object().put("id", id).put("method", method);
        message.set("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        try {
            write(mapper.writeValueAsBytes(message));
        } catch (IOException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    /** The answer, or nothing if the browser refuses or does not answer in time. */
    Optional<JsonNode> ask(String session, String method, JsonNode parameters, Duration patience) {
        try {
            JsonNode answer =
                    send(session, method, parameters).get(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
            return answer.has("error") ? Optional.empty() : Optional.of(answer.path("result"));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized void write(byte[] message) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(message.length + 1).put(message).put((byte) 0);
        buffer.flip();
        while (buffer.hasRemaining()) {
            toBrowser.write(buffer);
        }
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try {
            while (fromBrowser.read(buffer.clear()) >= 0) {
                byte[] bytes = buffer.array();
                int start = 0;
                for (int i = 0; i < buffer.position(); i++) {
                    if (bytes[i] == 0) {
                        message.write(bytes, start, i - start);
                        receive(message.toByteArray());
                        message = new ByteArrayOutputStream();
                        start = i + 1;
                    }
                }
                message.write(bytes, start, buffer.position() - start);
                if (message.size() > LONGEST_MESSAGE) {
                    break;
                }
            }
        } catch (IOException closed) {
            // the browser has ended
        }
        waiting.values().forEach(answer -> answer.completeExceptionally(new IOException("the browser has ended")));
    }

    private void receive(byte[] message) throws IOException {
        JsonNode node = mapper.readTree(new String(message, StandardCharsets.UTF_8));
        if (node.has("id")) {
            CompletableFuture<JsonNode> answer = waiting.remove(node.path("id").asInt());
            if (answer != null) {
                answer.complete(node);
            }
        } else {
            listeners.forEach(listener -> listener.accept(node));
        }
    }
}
