package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.RequestProblem;
import io.quarkus.vertx.http.runtime.cors.CORSFilter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses in our words what the server's CORS filter behind it would refuse without any: a page of another site. Lets through
 * what it is not sure of; the filter decides.
 */
@ApplicationScoped
class ForeignOrigin {
    private static final int BEFORE_THE_SERVER = 1100;
    private static final Pattern SCHEME_AND_USUAL_PORT = Pattern.compile("^https?://|:(80|443)$");

    private final Optional<List<String>> allowed;
    private final List<Pattern> patterns;

    ForeignOrigin(@ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> allowed) {
        this.allowed = allowed;
        this.patterns = CORSFilter.parseAllowedOriginsRegex(allowed);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_SERVER);
    }

    private void check(RoutingContext context) {
        String origin = context.request().getHeader("Origin");
        if (origin == null || isOwn(context.request(), origin) || isAllowed(origin)) {
            context.next();
        } else {
            PlainRefusal.send(context, RequestProblem.FORBIDDEN, "Pages of another site may not use this");
        }
    }

    private boolean isAllowed(String origin) {
        return allowed.isPresent() && CORSFilter.isConfiguredWithWildcard(allowed)
                || allowed.orElse(List.of()).contains(origin)
                || CORSFilter.isOriginAllowedByRegex(patterns, origin);
    }

    private static boolean isOwn(HttpServerRequest request, String origin) {
        String forwarded = request.getHeader("X-Forwarded-Host");
        String own = forwarded == null ? String.valueOf(request.authority()) : forwarded;
        return origin.startsWith("http") && place(origin).equalsIgnoreCase(place(own));
    }

    private static String place(String address) {
        return SCHEME_AND_USUAL_PORT.matcher(address).replaceAll("");
    }
}
