package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.kernel.DomainName;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Requests a tenant's site as a visitor does, through NGINX and by its domain, independent of DNS. Follows no redirect
 * and reuses no connection. Uses Vert.x's client, because Java's own cannot connect to one address with the host name
 * of another, nor resolve a laptop's names. Blocks; must not be called on an event loop.
 */
public final class PublicProbe {
    private static final int BODY_BYTES = 4096;
    private static final Duration GENERATION_LIMIT = Duration.ofSeconds(1);
    private static final DomainName NOBODY = new DomainName("generation.invalid");

    private final NginxSettings settings;
    private final Vertx vertx;
    private final ProbeTrust trust;
    private final Generations generations;
    private volatile ProbeToken token;
    private Kept kept;

    /** A client that is used again, and what it trusts. */
    private record Kept(TrustOptions trust, HttpClient client) {}

    /** @param authority PEM certificates trusted in addition to the public ones; may not exist yet */
    public PublicProbe(NginxSettings settings, Vertx vertx, Path authority) {
        this.settings = settings;
        this.vertx = vertx;
        this.trust = new ProbeTrust(authority);
        this.generations = new Generations(settings);
    }

    /**
     * @param path path of the URL, starting with a slash
     * @param limit total time, from the connection to the first bytes of the body
     * @throws RunInterrupted if the thread was interrupted
     */
    public ProbeAnswer ask(DomainName host, String path, ProbeTarget aim, boolean tls, Duration limit) {
        return ask(host, path, aim, tls, limit, null);
    }

    /** Same, over TLS, and trusts the chain of the site's own certificate too. @param chain PEM; may be missing */
    public ProbeAnswer ask(DomainName host, String path, ProbeTarget aim, Duration limit, Path chain) {
        return ask(host, path, aim, true, limit, chain);
    }

    private ProbeAnswer ask(DomainName host, String path, ProbeTarget aim, boolean tls, Duration limit, Path chain) {
        HttpClient client;
        try {
            client = vertx.createHttpClient(options(tls, limit, chain));
        } catch (IOException e) {
            return new ProbeAnswer.Silent(e.getMessage());
        }
        try {
            return ask(client, request(host, path, aim, tls), limit);
        } finally {
            client.close();
        }
    }

    /**
     * The same for many requests, over TLS: with one client, which resumes TLS sessions. So it says nothing of the certificate
     * that is served now.
     */
    public ProbeAnswer askOften(DomainName host, String path, ProbeTarget aim, Duration limit) {
        try {
            return ask(keptClient(), request(host, path, aim, true).setConnectTimeout(limit.toMillis()), limit);
        } catch (IOException e) {
            return new ProbeAnswer.Silent(e.getMessage());
        }
    }

    private synchronized HttpClient keptClient() throws IOException {
        TrustOptions now = trust.options();
        if (kept == null || kept.trust() != now) {
            if (kept != null) {
                kept.client().close();
            }
            kept = new Kept(now, vertx.createHttpClient(options(true, GENERATION_LIMIT, null)));
        }
        return kept.client();
    }

    private static ProbeAnswer ask(HttpClient client, RequestOptions request, Duration limit) {
        try {
            // Nested, not chained: a handler that is set just after the answer arrived would wait for ever.
            return client.request(request)
                    .compose(ready -> ready.send().compose(PublicProbe::answered))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return new ProbeAnswer.Silent(String.valueOf(e.getCause().getMessage()));
        } catch (TimeoutException e) {
            return new ProbeAnswer.Silent("no answer within " + limit.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("interrupted during a request to " + request.getHost());
        }
    }

    /** The generation that NGINX serves, if it can be determined. */
    OptionalLong generation() {
        ProbeAnswer answer = ask(NOBODY, "/", ProbeTarget.LIVE, false, GENERATION_LIMIT);
        return switch (answer) {
            case ProbeAnswer.Answered answered ->
                answered.served()
                        .map(ServedBy::generation)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty());
            case ProbeAnswer.Silent silent -> OptionalLong.empty();
        };
    }

    /** The token of the served generation. After a restart of the manager it is read from disk. */
    Optional<ProbeToken> token() {
        if (token == null) {
            token = ProbeToken.in(generations.read(Generations.PROBES)).orElse(null);
        }
        return Optional.ofNullable(token);
    }

    /** Another manager may have written a generation since: the token is read from the disk again. */
    void forgetToken() {
        token = null;
    }

    void use(ProbeToken newer) {
        token = newer;
    }

    private HttpClientOptions options(boolean tls, Duration limit, Path chain) throws IOException {
        HttpClientOptions options =
                new HttpClientOptions().setKeepAlive(false).setConnectTimeout(Math.toIntExact(limit.toMillis()));
        return tls
                ? options.setSsl(true)
                        .setForceSni(true)
                        .setVerifyHost(true)
                        .setTrustOptions(chain == null ? trust.options() : trust.options(chain))
                : options;
    }

    private RequestOptions request(DomainName host, String path, ProbeTarget aim, boolean tls) {
        int port = (tls ? settings.https() : settings.http()).value();
        RequestOptions request = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(port, settings.probeAddress()))
                .setHost(host.value())
                .setPort(port)
                .setSsl(tls)
                .setURI(path)
                .putHeader("User-Agent", "tenantmgr-probe");
        if (aim != ProbeTarget.NONE) {
            token().ifPresent(known -> request.putHeader("X-Tenantmgr-Probe", known.header(aim)));
        }
        return request;
    }

    private static Future<ProbeAnswer> answered(HttpClientResponse response) {
        return firstBytes(response)
                .map(body -> new ProbeAnswer.Answered(
                        response.statusCode(),
                        ServedBy.parse(response.getHeader("X-Tenantmgr-Served")),
                        serial(response),
                        body));
    }

    private static Future<String> firstBytes(HttpClientResponse response) {
        Promise<String> promise = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(promise::tryFail);
        response.endHandler(ignored -> promise.tryComplete(body.toString(StandardCharsets.UTF_8)));
        response.handler(part -> {
            body.appendBuffer(part);
            if (body.length() >= BODY_BYTES) {
                promise.tryComplete(body.getString(0, BODY_BYTES, StandardCharsets.UTF_8.name()));
            }
        });
        return promise.future();
    }

    private static Optional<String> serial(HttpClientResponse response) {
        try {
            return response.request().connection().isSsl()
                    ? response.request().connection().peerCertificates().stream()
                            .findFirst()
                            .map(X509Certificate.class::cast)
                            .map(certificate -> certificate.getSerialNumber().toString(16))
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}
