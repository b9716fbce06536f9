package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.analysis.claude.Exchange.Late;
import ai.nominate.tenantmgr.analysis.claude.Exchange.Reply;
import ai.nominate.tenantmgr.analysis.claude.Exchange.TooLong;
import ai.nominate.tenantmgr.analysis.claude.Exchange.Unreachable;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Asks the provider over HTTP. The client is made when somebody asks first, and made again when the address changes. Follows no
 * redirect: the key is for one address.
 */
@ApplicationScoped
class HttpMessages implements Messages {
    private static final Logger LOG = Logger.getLogger(HttpMessages.class);
    private static final int MOST_BYTES = 1 << 20;
    private static final int CONNECT_SECONDS = 5;
    /** The whole exchange has a limit of its own; this one ends a connection that nobody waits for any more. */
    private static final int IDLE_SECONDS = 60;

    private URI address;
    private MessagesApi client;

    @Override
    public Exchange send(Provider provider, MessageRequest request, Duration limit) {
        MessagesApi api = client(provider.address());
        FutureTask<Exchange> exchange = new FutureTask<>(() -> exchange(api, provider, request));
        Thread.ofVirtual().name("ai-request").start(exchange);
        try {
            return exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            return new Late();
        } catch (ExecutionException e) {
            LOG.debugf(
                    "The AI provider was not reached: %s",
                    e.getCause().getClass().getName());
            return new Unreachable();
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return new Late();
        }
    }

    private static Exchange exchange(MessagesApi api, Provider provider, MessageRequest request) throws IOException {
        RestResponse<InputStream> response = api.send(provider.key().reveal(), request);
        try (InputStream stream = response.getEntity()) {
            byte[] body = stream == null ? new byte[0] : stream.readNBytes(MOST_BYTES + 1);
            return body.length > MOST_BYTES ? new TooLong() : new Reply(response.getStatus(), headers(response), body);
        }
    }

    private static Map<String, String> headers(RestResponse<?> response) {
        Map<String, String> headers = new HashMap<>();
        response.getStringHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        return headers;
    }

    private synchronized MessagesApi client(URI wanted) {
        if (client == null || !wanted.equals(address)) {
            client = QuarkusRestClientBuilder.newBuilder()
                    .baseUri(wanted)
                    .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                    .readTimeout(IDLE_SECONDS, TimeUnit.SECONDS)
                    .followRedirects(false)
                    .property("microprofile.rest.client.disable.default.mapper", true)
                    .build(MessagesApi.class);
            address = wanted;
        }
        return client;
    }
}
