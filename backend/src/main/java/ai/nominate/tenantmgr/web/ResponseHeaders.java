package ai.nominate.tenantmgr.web;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Security headers for API answers opened as a page in a browser: no scripts, no framing. */
@ApplicationScoped
class ResponseHeaders {
    private final List<String> notCached;

    ResponseHeaders(@All List<PrivatePaths> paths) {
        this.notCached =
                paths.stream().flatMap(each -> each.notCached().stream()).toList();
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, FilterOrder.RESPONSE_HEADERS.priority());
    }

    private void add(RoutingContext context) {
        String path = String.valueOf(context.request().path());
        if (path.startsWith("/api/")) {
            MultiMap headers = context.response().headers();
            context.addHeadersEndHandler(
                    sent -> complete(headers, notCached.stream().anyMatch(path::startsWith)));
        }
        context.next();
    }

    private static void complete(MultiMap headers, boolean isPrivate) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (isPrivate) {
            headers.set("Cache-Control", "no-store");
        }
    }
}
