package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.kernel.PortNumber;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * Probes the health path of a service on its own port. Blocks for at most two seconds. Closing it closes its
 * connections: an open one would count as a visitor during a drain.
 */
public final class HealthProbe implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Answer ask(PortNumber port, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(LIMIT)
                .header("User-Agent", ProbeLine.USER_AGENT)
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return new Answer(status, path + " answers " + status);
        } catch (HttpTimeoutException e) {
            return new Answer(0, path + " did not answer within " + LIMIT.toSeconds() + " s");
        } catch (ConnectException e) {
            return new Answer(0, "nothing listens on port " + port + " yet");
        } catch (IOException e) {
            return new Answer(0, path + " closed the connection early: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("interrupted during a health probe");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    /** @param status 0 if there was no answer */
    public record Answer(int status, String sentence) {
        public boolean isWell() {
            return status >= 200 && status < 300;
        }
    }
}
