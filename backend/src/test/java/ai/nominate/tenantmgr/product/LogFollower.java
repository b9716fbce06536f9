package ai.nominate.tenantmgr.product;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows the log of a run to its end over one connection, and checks that the lines arrive in order and without a gap.
 * Keeps none of them, so that a thousand followers fit into one test.
 */
final class LogFollower {
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofMinutes(9);
    private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+)");

    private final int port;
    private final String run;
    private final String token;
    private long last;
    private boolean ended;

    LogFollower(int port, String run, String token) {
        this.port = port;
        this.run = run;
        this.token = token;
    }

    /** Follows by server-sent events. Returns the number of lines. */
    long overEvents() throws IOException {
        try (Wire wire = new Wire(port, "127.0.0.1:" + port, SILENCE)) {
            Wire.Answer answer = wire.get(
                    "/api/runs/" + run + "/logs", "Authorization: Bearer " + token, "Accept: text/event-stream");
            if (answer.status() != 200) {
                throw new IOException(answer.status() + " " + answer.text());
            }
            var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    receive(Long.parseLong(line.substring("id:".length()).strip()));
                } else if (line.startsWith("event:")) {
                    ended |= line.endsWith("end");
                    failOnGap(line.endsWith("gap"));
                }
            }
        }
        return linesToTheEnd();
    }

    /** Follows over a WebSocket. Returns the number of lines. */
    long overSocket(HttpClient client) throws Exception {
        String header = URLEncoder.encode("quarkus-http-upgrade#Authorization#Bearer " + token, StandardCharsets.UTF_8)
                .replace("+", "%20");
        CompletableFuture<Void> closed = new CompletableFuture<>();
        client.newWebSocketBuilder()
                .subprotocols("bearer-token-carrier", header)
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/runs/" + run), new Frames(closed))
                .get(SILENCE.toSeconds(), TimeUnit.SECONDS);
        closed.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        return linesToTheEnd();
    }

    private void receive(long seq) throws IOException {
        if (seq != last + 1) {
            throw new IOException("line " + seq + " follows line " + last);
        }
        last = seq;
    }

    private void failOnGap(boolean gap) throws IOException {
        if (gap) {
            throw new IOException("a gap follows line " + last);
        }
    }

    private long linesToTheEnd() throws IOException {
        if (!ended) {
            throw new IOException("the stream ended before the run, after line " + last);
        }
        return last;
    }

    private final class Frames implements WebSocket.Listener {
        private final CompletableFuture<Void> closed;
        private final StringBuilder text = new StringBuilder();

        Frames(CompletableFuture<Void> closed) {
            this.closed = closed;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean isLast) {
            text.append(part);
            if (isLast) {
                try {
                    frame(text.toString());
                } catch (IOException e) {
                    closed.completeExceptionally(e);
                }
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void frame(String frame) throws IOException {
            failOnGap(frame.contains("\"type\":\"gap\""));
            ended |= frame.contains("\"type\":\"end\"");
            Matcher seq = SEQ.matcher(frame);
            if (frame.contains("\"type\":\"line\"") && seq.find()) {
                receive(Long.parseLong(seq.group(1)));
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(null);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
