package ai.nominate.tenantmgr.remote;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/**
 * Asks an application on loopback, and follows no redirect: the token is for one port. A connection is closed after its answer, since
 * an open one would count as a visitor during a drain. Blocks.
 */
@ApplicationScoped
class ApplicationClient {
    private static final int CONNECT_SECONDS = 2;
    private static final String LOOPBACK = "http://127.0.0.1:";

    private final Map<Duration, ApplicationApi> clients = new ConcurrentHashMap<>();

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException if there was no answer */
    Answer ask(int port, Offer.Line line, ApplicationHeaders headers, BodyReader reader, Duration limit) {
        ApplicationApi api = clients.computeIfAbsent(limit, ApplicationClient::client);
        FutureTask<Answer> exchange =
                new FutureTask<>(() -> exchange(api, LOOPBACK + port + line.path(), line.method(), headers, reader));
        Thread.ofVirtual().name("remote-api").start(exchange);
        try {
            return exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw late(line, limit);
        } catch (ExecutionException e) {
            throw failure(e.getCause(), port, line, limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw late(line, limit);
        } finally {
            exchange.cancel(true);
        }
    }

    private static Answer exchange(
            ApplicationApi api, String address, String method, ApplicationHeaders headers, BodyReader reader)
            throws IOException {
        long begin = System.nanoTime();
        RestResponse<InputStream> response = switch (method) {
            case "GET" -> api.get(address, headers);
            case "PUT" -> api.put(address, headers);
            case "PATCH" -> api.patch(address, headers);
            case "DELETE" -> api.delete(address, headers);
            default -> api.post(address, headers);
        };
        try (InputStream stream = response.getEntity()) {
            BodyReader.Body body = reader.read(stream == null ? InputStream.nullInputStream() : stream);
            String type = response.getHeaderString("Content-Type");
            long tookMs = (System.nanoTime() - begin) / 1_000_000;
            return new Answer(
                    response.getStatus(), type == null ? "" : type, body.kept(), body.bytes(), body.isCut(), tookMs);
        }
    }

    private static RuntimeException failure(Throwable cause, int port, Offer.Line line, Duration limit) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof ConnectException) {
                return RemoteProblem.UNREACHABLE.because("Nothing listens on port " + port);
            }
            if (each instanceof TimeoutException || each.getClass().getName().contains("Timeout")) {
                return late(line, limit);
            }
        }
        return RemoteProblem.UNREACHABLE.because(line.path() + " closed the connection before its answer was complete");
    }

    private static RuntimeException late(Offer.Line line, Duration limit) {
        return RemoteProblem.TIMED_OUT.because(
                line.path() + " did not answer completely within " + limit.toSeconds() + " s");
    }

    /** One for each limit: it is how long a connection may be silent, so that none outlives the one who waits. */
    private static ApplicationApi client(Duration limit) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create(LOOPBACK))
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(limit.toSeconds(), TimeUnit.SECONDS)
                .followRedirects(false)
                .disableDefaultMapper(true)
                .userAgent("tenantmgr")
                .property(QuarkusRestClientProperties.KEEP_ALIVE_ENABLED, false)
                .build(ApplicationApi.class);
    }
}
