package ai.nominate.tenantmgr.auth.request;

import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.web.FilterOrder;
import ai.nominate.tenantmgr.web.FilterProblem;
import ai.nominate.tenantmgr.web.OpenPaths;
import ai.nominate.tenantmgr.web.ProblemMapper;
import ai.nominate.tenantmgr.web.SubprotocolToken;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Refuses requests to the API that bear no credential at all, before anything is spent on them: a flood of them must not slow down
 * the manager. It decides nothing else: each resource checks the role of its caller.
 */
@ApplicationScoped
class StrangerCheck {
    private static final String API = "/api/";

    private final List<String> open;

    StrangerCheck(@All List<OpenPaths> features) {
        open = features.stream().flatMap(feature -> feature.open().stream()).toList();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.STRANGER.priority());
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = context.normalizedPath();
        if (!path.startsWith(API) || open.stream().anyMatch(path::startsWith) || bearsCredential(request)) {
            context.next();
        } else if (hasBody(request)) {
            FilterProblem.endUnread(context, RequestProblem.UNAUTHENTICATED, ProblemMapper.NO_CREDENTIALS);
        } else {
            FilterProblem.end(context, RequestProblem.UNAUTHENTICATED, ProblemMapper.NO_CREDENTIALS);
        }
    }

    private static boolean bearsCredential(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.AUTHORIZATION)
                || SessionCookies.accessToken(request).isPresent()
                || SubprotocolToken.of(request).isPresent();
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
