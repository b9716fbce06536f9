package ai.nominate.tenantmgr.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Follows a deployment's log while its connection is cut repeatedly, and resumes after the last received line. Keeps
 * everything it receives, so that missing, duplicate and reordered lines are detected.
 */
final class CutFollower {
    static final int CUTS = 10;
    private static final int LINES_BETWEEN_CUTS = 200;
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> lines = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private int cuts;
    private boolean ended;

    List<JsonNode> lines() {
        return lines;
    }

    List<String> gaps() {
        return gaps;
    }

    int cuts() {
        return cuts;
    }

    /** By server-sent events. */
    CutFollower overEvents(int port, String path, String authorization) throws IOException {
        while (!ended) {
            try (Wire wire = new Wire(port, "127.0.0.1:" + port, SILENCE)) {
                Wire.Answer answer =
                        wire.get(path, authorization, "Accept: text/event-stream", "Last-Event-ID: " + last());
                if (answer.status() != 200) {
                    throw new IOException(answer.status() + " " + answer.text());
                }
                if (readUntilCut(answer)) {
                    wire.cut();
                }
            }
        }
        return this;
    }

    /** Over a WebSocket. */
    CutFollower overSocket(HttpClient client, String url, Map<String, String> headers, String... protocols)
            throws Exception {
        while (!ended) {
            CompletableFuture<Boolean> over = new CompletableFuture<>();
            WebSocket.Builder builder = client.newWebSocketBuilder();
            headers.forEach(builder::header);
            if (protocols.length > 0) {
                builder.subprotocols(
                        protocols[0],
                        List.of(protocols).subList(1, protocols.length).toArray(String[]::new));
            }
            WebSocket socket = builder.buildAsync(URI.create(url + "?afterSeq=" + last()), new Frames(over))
                    .get(SILENCE.toSeconds(), TimeUnit.SECONDS);
            if (over.get(2 * SILENCE.toSeconds(), TimeUnit.SECONDS)) {
                socket.abort();
            }
        }
        return this;
    }

    private long last() {
        return lines.isEmpty() ? 0 : lines.getLast().path("seq").asLong();
    }

    private boolean readUntilCut(Wire.Answer answer) throws IOException {
        int before = lines.size();
        var reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        String event = "";
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("event:")) {
                event = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:")) {
                take(event, JSON.readTree(line.substring("data:".length())));
                if (isTimeToCut(before)) {
                    return true;
                }
            }
        }
        if (!ended) {
            throw new IOException("the stream of events ended before the deployment did");
        }
        return false;
    }

    private void take(String event, JsonNode told) {
        switch (event) {
            case "line" -> lines.add(told);
            case "gap" -> gaps.add(told.toString());
            case "end" -> ended = true;
            default -> {}
        }
    }

    private boolean isTimeToCut(int before) {
        boolean now = !ended && cuts < CUTS && lines.size() - before >= LINES_BETWEEN_CUTS;
        cuts += now ? 1 : 0;
        return now;
    }

    /** The frames of one connection, until it is cut or the deployment ends. */
    private final class Frames implements WebSocket.Listener {
        private final CompletableFuture<Boolean> over;
        private final int before = lines.size();
        private final StringBuilder text = new StringBuilder();

        Frames(CompletableFuture<Boolean> over) {
            this.over = over;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            if (over.isDone()) {
                return null;
            }
            text.append(part);
            if (last) {
                frame();
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            if (!ended) {
                over.completeExceptionally(new IOException("closed with " + code + " before the deployment ended"));
            }
            over.complete(false);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            over.completeExceptionally(error);
        }

        private void frame() {
            try {
                JsonNode told = JSON.readTree(text.toString());
                text.setLength(0);
                take(told.path("type").asText(), told);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (isTimeToCut(before)) {
                over.complete(true);
            }
        }
    }
}
