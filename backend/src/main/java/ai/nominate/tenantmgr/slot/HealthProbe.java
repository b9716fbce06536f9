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
 * Asks a service on its own port how it is. Blocks for at most two seconds. Closing it closes its connections: one that stayed
 * open would look like a visitor when the slot is drained.
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
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return new Answer(status, path + " answers " + status);
        } catch (HttpTimeoutException e) {
            return new Answer(0, path + " gives no answer within " + LIMIT.toSeconds() + " s");
        } catch (ConnectException e) {
            return new Answer(0, "nothing listens on port " + port + " yet");
        } catch (IOException e) {
            return new Answer(0, path + " breaks off: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("interrupted while asking a service");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    /** @param status 0 when there was no answer */
    public record Answer(int status, String sentence) {
        public boolean isWell() {
            return status >= 200 && status < 300;
        }
    }
}
