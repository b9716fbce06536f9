package ai.nominate.tenantmgr.web.guard;

import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.web.FilterOrder;
import ai.nominate.tenantmgr.web.FilterProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Rejects a body whose declared size is too large, with a problem; the server itself would reject it without one. */
@ApplicationScoped
class BodyLimit {
    private final long mostBytes;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.mostBytes = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.BODY_LIMIT.priority());
    }

    private void check(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        if (length == null || length.length() < 19 && Long.parseLong(length) <= mostBytes) {
            context.next();
        } else {
            FilterProblem.endUnread(
                    context, RequestProblem.TOO_LARGE, "The body is limited to " + mostBytes + " bytes");
        }
    }
}
