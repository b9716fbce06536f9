package ai.nominate.tenantmgr.web.guard;

import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.web.FilterOrder;
import ai.nominate.tenantmgr.web.FilterProblem;
import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Rejects a body whose declared size is too large, with a problem; the server itself would reject it without one. */
@ApplicationScoped
class BodyLimit {
    private final long mostBytes;
    private final Set<String> large;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most, @All List<LargeBody> large) {
        this.mostBytes = most.asLongValue();
        this.large = large.stream().map(LargeBody::path).collect(Collectors.toSet());
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.BODY_LIMIT.priority());
        filters.register(this::hideSize, FilterOrder.LARGE_BODY.priority());
        filters.register(this::liftLimit, FilterOrder.LARGE_BODY_READ.priority());
    }

    private void check(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        if (length == null || isLarge(context) || length.length() < 19 && Long.parseLong(length) <= mostBytes) {
            context.next();
        } else {
            FilterProblem.endUnread(
                    context, RequestProblem.TOO_LARGE, "The body is limited to " + mostBytes + " bytes");
        }
    }

    /** From the server's own check, which knows one limit for all addresses. The connection has read the header before. */
    private void hideSize(RoutingContext context) {
        if (isLarge(context)) {
            context.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
        }
        context.next();
    }

    private void liftLimit(RoutingContext context) {
        if (isLarge(context)) {
            context.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
        }
        context.next();
    }

    private boolean isLarge(RoutingContext context) {
        return large.contains(context.normalizedPath());
    }
}
