package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.kernel.DomainName;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
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
 * Requests a tenant's site as a visitor does, through NGINX and by its domain, independent of DNS. Follows no redirect.
 * Uses Vert.x's client, because Java's own cannot connect to one address with the host name
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
    private final HttpClient plain;
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
        this.plain = vertx.createHttpClient(connecting(GENERATION_LIMIT).setKeepAlive(false));
    }

    /**
     * @param path path of the URL, starting with a slash
     * @param limit total time, from the connection to the first bytes of the body
     * @throws RunInterrupted if the thread was interrupted
     */
    public ProbeAnswer ask(DomainName host, String path, ProbeTarget aim, boolean tls, Duration limit) {
        try (Visit visit = new Visit(host, aim, tls, limit, null)) {
            return visit.ask(path);
        }
    }

    /** Same, over TLS, and trusts the chain of the site's own certificate too. @param chain PEM; may be missing */
    public ProbeAnswer ask(DomainName host, String path, ProbeTarget aim, Duration limit, Path chain) {
        try (Visit visit = visit(host, aim, limit, chain)) {
            return visit.ask(path);
        }
    }

    /**
     * Begins requests over TLS on one connection, so with one handshake.
     *
     * @param limit of each request, as in {@link #ask}
     * @param chain PEM, trusted too; may be missing
     */
    public Visit visit(DomainName host, ProbeTarget aim, Duration limit, Path chain) {
        return new Visit(host, aim, true, limit, chain);
    }

    /** Requests to one site, one after the other. */
    public final class Visit implements AutoCloseable {
        private final DomainName host;
        private final ProbeTarget aim;
        private final boolean tls;
        private final Duration limit;
        private final Path chain;
        private HttpClient client;

        private Visit(DomainName host, ProbeTarget aim, boolean tls, Duration limit, Path chain) {
            this.host = host;
            this.aim = aim;
            this.tls = tls;
            this.limit = limit;
            this.chain = chain;
        }

        /** @throws RunInterrupted if the thread was interrupted */
        public ProbeAnswer ask(String path) {
            try {
                client = client == null
                        ? vertx.createHttpClient(options(tls, limit, chain), new PoolOptions().setHttp1MaxSize(1))
                        : client;
            } catch (IOException e) {
                return new ProbeAnswer.Silent(e.getMessage());
            }
            return PublicProbe.ask(client, request(host, path, aim, tls), limit);
        }

        @Override
        public void close() {
            if (client != null) {
                client.close();
            }
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
            kept = new Kept(
                    now,
                    vertx.createHttpClient(options(true, GENERATION_LIMIT, null).setKeepAlive(false)));
        }
        return kept.client();
    }

    private static ProbeAnswer ask(HttpClient client, RequestOptions request, Duration limit) {
        Exchange exchange = new Exchange();
        try {
            // Nested, not chained: a handler that is set just after the answer arrived would wait for ever.
            return client.request(request)
                    .compose(ready -> exchange.of(ready).send().compose(exchange::answered))
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
        } finally {
            exchange.end();
        }
    }

    /** The generation that NGINX serves, if it can be determined. */
    OptionalLong generation() {
        ProbeAnswer answer = ask(plain, request(NOBODY, "/", ProbeTarget.LIVE, false), GENERATION_LIMIT);
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
        HttpClientOptions options = connecting(limit);
        return tls
                ? options.setSsl(true)
                        .setForceSni(true)
                        .setVerifyHost(true)
                        .setTrustOptions(chain == null ? trust.options() : trust.options(chain))
                : options;
    }

    private static HttpClientOptions connecting(Duration limit) {
        return new HttpClientOptions().setConnectTimeout(Math.toIntExact(limit.toMillis()));
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

    /**
     * One request. What the site still sends when it ends is not read: a body may have no end, and a client that is used again
     * would keep the connection.
     */
    private static final class Exchange {
        private HttpClientRequest request;
        private boolean hasEnded;
        private boolean isRead;

        private synchronized HttpClientRequest of(HttpClientRequest ready) {
            request = ready;
            if (hasEnded) {
                ready.reset();
            }
            return ready;
        }

        private Future<ProbeAnswer> answered(HttpClientResponse response) {
            return firstBytes(response)
                    .map(body -> new ProbeAnswer.Answered(
                            response.statusCode(),
                            ServedBy.parse(response.getHeader("X-Tenantmgr-Served")),
                            serial(response),
                            body));
        }

        private Future<String> firstBytes(HttpClientResponse response) {
            Promise<String> promise = Promise.promise();
            Buffer body = Buffer.buffer();
            response.exceptionHandler(promise::tryFail);
            response.endHandler(ignored -> {
                read();
                promise.tryComplete(body.toString(StandardCharsets.UTF_8));
            });
            response.handler(part -> {
                body.appendBuffer(part, 0, Math.min(part.length(), BODY_BYTES - body.length()));
                if (body.length() == BODY_BYTES) {
                    promise.tryComplete(body.toString(StandardCharsets.UTF_8));
                }
            });
            return promise.future();
        }

        private synchronized void read() {
            isRead = true;
        }

        private synchronized void end() {
            hasEnded = true;
            if (request != null && !isRead) {
                request.reset();
            }
        }
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
