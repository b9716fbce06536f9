package ai.nominate.tenantmgr.web.guard;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.FilterOrder;
import ai.nominate.tenantmgr.web.FilterProblem;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Counts live streams, SSE, WebSocket, whole logs and exports alike, rejects those over the limit, and disconnects clients that do
 * not read. A filter before all streams, so that it covers every stream. Unauthenticated requests pass: the resource rejects them.
 */
@ApplicationScoped
class OpenStreams {
    private static final String RETRY_SECONDS = "10";

    private final StreamLimits limits;
    private final Map<String, Integer> open = new HashMap<>();
    private int inAll;

    OpenStreams(StreamLimits limits, MeterRegistry meters) {
        this.limits = limits;
        meters.gauge("tenantmgr.streams.open", this, OpenStreams::count);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.STREAM_LIMIT.priority());
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isSocket(request) && !isStream(request)) {
            context.next();
            return;
        }
        request.pause(); // a request that has ended meanwhile cannot become a WebSocket
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .subscribe()
                .with(identity -> check(context, identity), refused -> pass(context));
    }

    private void check(RoutingContext context, SecurityIdentity identity) {
        Actor actor = identity == null ? null : identity.getAttribute(Caller.ACTOR);
        if (actor == null) {
            pass(context);
        } else if (acquire(actor.name())) {
            releaseAtEnd(context, actor.name());
            if (isSocket(context.request())) {
                context.next(); // continues with the request itself
            } else {
                pass(context);
            }
        } else {
            context.request().resume();
            context.response().putHeader("Retry-After", RETRY_SECONDS);
            FilterProblem.end(
                    context,
                    RequestProblem.TOO_MANY,
                    "Limit: %d live streams, %d per user; close one first".formatted(limits.inAll(), limits.perUser()));
        }
    }

    private static void pass(RoutingContext context) {
        context.request().resume();
        context.next();
    }

    /** A WebSocket lasts as long as its connection; after an event stream the connection can serve another request. */
    private void releaseAtEnd(RoutingContext context, String who) {
        Channel channel = ((ConnectionBase) context.request().connection()).channel();
        StalledReaders guard = new StalledReaders(limits.unreadFor());
        channel.pipeline().addFirst(guard);
        AtomicBoolean isOver = new AtomicBoolean();
        Runnable over = () -> {
            if (isOver.compareAndSet(false, true)) {
                guard.leave(channel);
                release(who);
            }
        };
        channel.closeFuture().addListener(closed -> over.run());
        if (!isSocket(context.request())) {
            context.addEndHandler(ended -> over.run());
        }
    }

    private synchronized boolean acquire(String who) {
        int own = open.getOrDefault(who, 0);
        if (inAll >= limits.inAll() || own >= limits.perUser()) {
            return false;
        }
        open.put(who, own + 1);
        inAll++;
        return true;
    }

    private synchronized void release(String who) {
        open.computeIfPresent(who, (same, own) -> own == 1 ? null : own - 1);
        inAll--;
    }

    private synchronized int count() {
        return inAll;
    }

    private static boolean isSocket(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    private static boolean isStream(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        if (request.method() != HttpMethod.GET) {
            return false;
        }
        String formats = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        boolean isWholeLog = request.path().endsWith("/logs") && formats.contains("text/plain");
        boolean isExport = request.path().endsWith("/export");
        return isWholeLog || isExport || formats.contains("text/event-stream");
    }
}
