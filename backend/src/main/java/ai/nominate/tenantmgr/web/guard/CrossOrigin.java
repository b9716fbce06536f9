package ai.nominate.tenantmgr.web.guard;

import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.web.FilterOrder;
import ai.nominate.tenantmgr.web.FilterProblem;
import ai.nominate.tenantmgr.web.OwnOrigin;
import ai.nominate.tenantmgr.web.RequestIds;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * CORS: pages of other origins have no access unless {@code tenantmgr.cors-origins} lists them. Listed origins
 * authenticate with a token; cookies are limited to the manager's own pages. WebSockets are checked as well, because
 * browsers let any page open one.
 */
@ApplicationScoped
class CrossOrigin {
    private final Set<String> allowed;

    CrossOrigin(@ConfigProperty(name = "tenantmgr.cors-origins") Optional<List<String>> origins) {
        this.allowed =
                Set.copyOf(origins.orElse(List.of()).stream().map(String::strip).toList());
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.CROSS_ORIGIN.priority());
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || OwnOrigin.matches(origin, request)) {
            context.next();
        } else if (!allowed.contains(origin)) {
            FilterProblem.end(
                    context,
                    RequestProblem.CROSS_ORIGIN,
                    "Use the manager's own page, or add the origin to TENANTMGR_CORS_ORIGINS");
        } else {
            HttpServerResponse response = context.response();
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN)
                    .putHeader(
                            "Access-Control-Expose-Headers",
                            "ETag, Location, Preference-Applied, Retry-After, " + RequestIds.HEADER);
            if (request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) == null) {
                context.next();
            } else {
                answerPreflight(response);
            }
        }
    }

    private static void answerPreflight(HttpServerResponse response) {
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, DELETE")
                .putHeader(
                        HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
                        "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, Prefer, "
                                + RequestIds.HEADER + ", X-Requested-With")
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600")
                .setStatusCode(204)
                .end();
    }
}
