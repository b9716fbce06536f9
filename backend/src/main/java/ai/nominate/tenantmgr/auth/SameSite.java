package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.web.OwnOrigin;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** Whether a request with a cookie was caused by our own page. Origin can't be forged by a page; the header can't be sent across sites. */
final class SameSite {
    private SameSite() {}

    static boolean asked(HttpServerRequest request, Set<HttpMethod> reads) {
        boolean upgrade = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
        if (upgrade) {
            return originMatches(request, false);
        }
        return reads.contains(request.method())
                || request.getHeader("X-Requested-With") != null && originMatches(request, true);
    }

    private static boolean originMatches(HttpServerRequest request, boolean absentIsFine) {
        String origin = request.getHeader("Origin");
        return origin == null ? absentIsFine : OwnOrigin.is(origin, request);
    }
}
