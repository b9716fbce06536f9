package ai.nominate.tenantmgr.alert.channel;

import ai.nominate.tenantmgr.egress.Egress;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts JSON to webhooks: to the checked address, without redirects, and reads the status of the answer only. Blocks. */
@ApplicationScoped
class HookClient {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int CONNECT_MILLIS = 5_000;

    private final Vertx vertx;
    private final Egress egress;

    HookClient(Vertx vertx, Egress egress) {
        this.vertx = vertx;
        this.egress = egress;
    }

    SendResult post(HookUrl url, Map<String, String> headers, byte[] body) {
        HttpClient client = vertx.createHttpClient(options(url));
        try {
            return client.request(request(url, headers))
                    .compose(sent -> sent.send(Buffer.buffer(body)).map(answer -> {
                        SendResult result = SendResult.ofStatus(answer.statusCode(), answer.getHeader("Retry-After"));
                        sent.reset(); // a long answer is not read
                        return result;
                    }))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return SendResult.later("The receiver did not answer within " + LIMIT.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            return SendResult.later("The receiver could not be reached" + (url.isTls() ? " over TLS" : ""));
        } catch (ProblemException e) {
            return SendResult.later(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SendResult.later("The manager stopped during the request");
        } finally {
            client.close();
        }
    }

    private RequestOptions request(HookUrl url, Map<String, String> headers) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(
                        SocketAddress.inetSocketAddress(new InetSocketAddress(egress.resolve(url.host()), url.port())))
                .setHost(url.host().inUrl())
                .setPort(url.port())
                .setSsl(url.isTls())
                .setURI(url.target())
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Tenant-Manager");
        headers.forEach(options::putHeader);
        return options;
    }

    private static HttpClientOptions options(HookUrl url) {
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout((int) LIMIT.toSeconds() + 1);
        return url.isTls() ? options.setSsl(true).setForceSni(true).setVerifyHost(true) : options;
    }
}
