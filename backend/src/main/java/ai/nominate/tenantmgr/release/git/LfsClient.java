package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.credential.GitCredential;
import ai.nominate.tenantmgr.egress.Egress;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Requests to LFS servers: over TLS, to the checked address, without redirects. Vert.x's client, because Java's own cannot
 * connect to one address with the name of a host. Blocks; must not be called on an event loop.
 */
@ApplicationScoped
class LfsClient {
    private static final int MOST_ANSWER_BYTES = 1 << 20;
    private static final int CONNECT_MILLIS = 20_000;
    private static final int IDLE_SECONDS = 60;
    /** Headers that only the client itself sets. */
    private static final Set<String> OWN =
            Set.of("host", "content-length", "transfer-encoding", "connection", "upgrade", "expect", "te", "trailer");

    private final Vertx vertx;
    private final Egress egress;
    private final Optional<Path> authority;

    LfsClient(Vertx vertx, Egress egress, @ConfigProperty(name = "tenantmgr.git-ca-file") Optional<Path> authority) {
        this.vertx = vertx;
        this.egress = egress;
        this.authority = authority;
    }

    static String basic(GitCredential.AccessToken token) {
        String text = token.username() + ":" + token.token().reveal();
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws LfsUnavailable if there is no answer, or none in JSON */
    JsonObject ask(LfsAddress address, Map<String, String> headers, JsonObject question, Duration limit) {
        return send(
                HttpMethod.POST,
                address,
                headers,
                limit,
                request -> request.send(question.toBuffer())
                        .compose(LfsClient::successful)
                        .compose(LfsClient::answer));
    }

    /** @throws LfsUnavailable unless exactly this many bytes came */
    void download(LfsAddress address, Map<String, String> headers, Path file, long bytes, Duration limit) {
        OpenOptions create = new OpenOptions().setCreateNew(true).setWrite(true).setPerms("rw-------");
        send(
                HttpMethod.GET,
                address,
                headers,
                limit,
                request -> request.send().compose(LfsClient::successful).compose(response -> {
                    if (!String.valueOf(bytes).equals(response.getHeader("Content-Length"))) {
                        return refused(response, "another length");
                    }
                    response.pause();
                    return vertx.fileSystem().open(file.toString(), create).compose(target -> response.pipeTo(target));
                }));
    }

    private <T> T send(
            HttpMethod method,
            LfsAddress address,
            Map<String, String> headers,
            Duration limit,
            Function<HttpClientRequest, Future<T>> exchange) {
        HttpClient client = vertx.createHttpClient(options());
        try {
            // Nested, not chained: a handler that is set just after the answer arrived would wait for ever.
            return client.request(request(method, address, headers))
                    .compose(exchange)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
            throw new LfsUnavailable(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("interrupted during a request to an LFS server");
        } finally {
            client.close();
        }
    }

    private RequestOptions request(HttpMethod method, LfsAddress address, Map<String, String> headers) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(checked(address), address.port())))
                .setHost(address.host().inUrl())
                .setPort(address.port())
                .setSsl(true)
                .setURI(address.target())
                .setFollowRedirects(false);
        headers.forEach((name, value) -> {
            if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                options.putHeader(name, value);
            }
        });
        return options;
    }

    private InetAddress checked(LfsAddress address) {
        try {
            return egress.resolve(address.host());
        } catch (ProblemException e) {
            throw new LfsUnavailable(e.getMessage());
        }
    }

    private HttpClientOptions options() {
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(IDLE_SECONDS)
                .setSsl(true)
                .setForceSni(true)
                .setVerifyHost(true);
        authority.ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        return options;
    }

    private static Future<HttpClientResponse> successful(HttpClientResponse response) {
        if (response.statusCode() == 200) {
            return Future.succeededFuture(response);
        }
        return refused(response, "status " + response.statusCode());
    }

    private static <T> Future<T> refused(HttpClientResponse response, String why) {
        response.exceptionHandler(end -> {}); // the reset is reported to it
        response.request().reset();
        return Future.failedFuture(why);
    }

    private static Future<JsonObject> answer(HttpClientResponse response) {
        Promise<JsonObject> promise = Promise.promise();
        Buffer all = Buffer.buffer();
        response.handler(chunk -> {
                    if (all.length() + chunk.length() > MOST_ANSWER_BYTES) {
                        promise.tryFail("too long");
                        response.request().reset();
                    } else {
                        all.appendBuffer(chunk);
                    }
                })
                .exceptionHandler(promise::tryFail)
                .endHandler(end -> {
                    try {
                        promise.tryComplete(all.toJsonObject());
                    } catch (DecodeException | ClassCastException e) {
                        promise.tryFail("not a JSON object");
                    }
                });
        return promise.future();
    }
}
