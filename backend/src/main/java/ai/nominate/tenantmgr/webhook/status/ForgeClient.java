package ai.nominate.tenantmgr.webhook.status;

import ai.nominate.tenantmgr.egress.Egress;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.webhook.forge.Forge;
import ai.nominate.tenantmgr.webhook.forge.StatusOutcome;
import ai.nominate.tenantmgr.webhook.forge.StatusRequest;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends statuses to forges: over TLS, to the checked address, without redirects, and reads little of the answer. Blocks; must not be
 * called on an event loop.
 */
@ApplicationScoped
class ForgeClient {
    static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int MOST_BYTES = 4_096;

    private final Vertx vertx;
    private final Egress egress;
    private final Optional<Path> authority;
    private final Duration limit;

    @jakarta.inject.Inject
    ForgeClient(Vertx vertx, Egress egress, @ConfigProperty(name = "tenantmgr.git-ca-file") Optional<Path> authority) {
        this(vertx, egress, authority, LIMIT);
    }

    /** @param limit for the whole exchange */
    ForgeClient(Vertx vertx, Egress egress, Optional<Path> authority, Duration limit) {
        this.vertx = vertx;
        this.egress = egress;
        this.authority = authority;
        this.limit = limit;
    }

    StatusOutcome send(Forge forge, StatusRequest request) {
        HttpClient client = vertx.createHttpClient(options());
        try {
            // Nested, not chained: a handler that is set just after the answer arrived would wait for ever.
            return client.request(options(request))
                    .compose(sent -> sent.send(request.body().toBuffer()).compose(answer -> outcome(forge, answer)))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return later("The forge did not answer within " + limit.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            return later("The forge could not be reached over TLS");
        } catch (ProblemException e) {
            return later(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return later("The manager stopped during the request");
        } finally {
            client.close();
        }
    }

    private static StatusOutcome later(String why) {
        return new StatusOutcome.Later(why, Optional.empty());
    }

    private RequestOptions options(StatusRequest request) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        new InetSocketAddress(egress.resolve(request.host()), request.port())))
                .setHost(request.host().inUrl())
                .setPort(request.port())
                .setSsl(true)
                .setURI(request.target())
                .setFollowRedirects(false);
        request.headers().forEach(options::putHeader);
        return options;
    }

    private HttpClientOptions options() {
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout((int) limit.toSeconds() + 1)
                .setSsl(true)
                .setForceSni(true)
                .setVerifyHost(true);
        authority.ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        return options;
    }

    /** The rest of a long answer is not read: its status says what matters. */
    private static Future<StatusOutcome> outcome(Forge forge, HttpClientResponse answer) {
        Promise<StatusOutcome> promise = Promise.promise();
        Buffer text = Buffer.buffer();
        Runnable end = () -> promise.tryComplete(StatusOutcome.of(
                forge,
                answer.statusCode(),
                answer.getHeader("Retry-After"),
                text.getString(0, Math.min(text.length(), MOST_BYTES), StandardCharsets.UTF_8.name())));
        answer.handler(chunk -> {
                    text.appendBuffer(chunk);
                    if (text.length() >= MOST_BYTES) {
                        end.run();
                        answer.request().reset();
                    }
                })
                .exceptionHandler(cut -> end.run())
                .endHandler(done -> end.run());
        return promise.future();
    }
}
