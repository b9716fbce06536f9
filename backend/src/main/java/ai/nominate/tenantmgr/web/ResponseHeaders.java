package ai.nominate.tenantmgr.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Security headers for API answers opened as a page in a browser: no scripts, no framing. */
@ApplicationScoped
class ResponseHeaders {
    private static final int EARLY = 1900;
    /** Answers with personal data or secrets: must not be cached. */
    private static final List<String> PRIVATE = List.of("/api/auth", "/api/users", "/api/tokens");

    void register(@Observes Filters filters) {
        filters.register(ResponseHeaders::add, EARLY);
    }

    private static void add(RoutingContext context) {
        String path = String.valueOf(context.request().path());
        if (path.startsWith("/api/")) {
            MultiMap headers = context.response().headers();
            context.addHeadersEndHandler(
                    sent -> complete(headers, PRIVATE.stream().anyMatch(path::startsWith)));
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
