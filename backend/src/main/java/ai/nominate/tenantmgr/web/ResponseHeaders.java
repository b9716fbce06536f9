package ai.nominate.tenantmgr.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** What every answer of the API says to a browser that takes it for a page: it is none, and in nobody's frame. */
@ApplicationScoped
class ResponseHeaders {
    private static final int EARLY = 1900;
    /** Answers about people and their secrets: no cache may keep them. */
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
