package ai.nominate.tenantmgr.web;

import io.vertx.core.http.HttpServerRequest;

/** Whether an origin is that of the manager itself, the host the request was sent to. */
public final class OwnOrigin {
    private OwnOrigin() {}

    /** The manager's NGINX overwrites the header; a page of another origin needs a preflight to set it. */
    public static boolean matches(String origin, HttpServerRequest request) {
        String forwarded = request.getHeader("X-Forwarded-Host");
        // not the header Host: HTTP/2 has none
        String host = forwarded == null ? String.valueOf(request.authority()) : forwarded;
        return origin.equals("http://" + host) || origin.equals("https://" + host);
    }
}
