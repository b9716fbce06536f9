package ai.nominate.tenantmgr.web.guard;

import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.web.FilterOrder;
import ai.nominate.tenantmgr.web.FilterProblem;
import ai.nominate.tenantmgr.web.OwnHosts;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses requests for names that are not the manager's own: sign-in, metrics and health included. */
@ApplicationScoped
class HostCheck {
    private final OwnHosts hosts;

    HostCheck(OwnHosts hosts) {
        this.hosts = hosts;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.HOST.priority());
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.authority() == null) {
            FilterProblem.endUnread(context, RequestProblem.MALFORMED, "The request needs one valid header Host");
            return;
        }
        String forwarded = request.getHeader("X-Forwarded-Host");
        if (hosts.isOwn(request.authority().toString()) && (forwarded == null || hosts.isOwn(forwarded))) {
            context.next();
        } else {
            FilterProblem.end(
                    context,
                    RequestProblem.MISDIRECTED,
                    "Use a name of the manager, such as localhost, or add this one to TENANTMGR_WEB_HOSTS");
        }
    }
}
