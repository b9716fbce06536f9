package ai.nominate.tenantmgr.auth.request;

import ai.nominate.tenantmgr.web.OwnOrigin;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/**
 * Whether a request with a cookie comes from the manager's own pages. A page cannot forge Origin, and cannot send X-Requested-With
 * across sites.
 */
public final class SameSite {
    private SameSite() {}

    public static boolean isOwnPage(HttpServerRequest request, Set<HttpMethod> reads) {
        boolean upgrade = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
        if (upgrade) {
            return originMatches(request, false);
        }
        return reads.contains(request.method())
                || request.getHeader("X-Requested-With") != null && originMatches(request, true);
    }

    private static boolean originMatches(HttpServerRequest request, boolean absentIsFine) {
        String origin = request.getHeader("Origin");
        return origin == null ? absentIsFine : OwnOrigin.matches(origin, request);
    }
}
