package ai.nominate.tenantmgr.web;

import io.vertx.core.http.HttpServerRequest;

/** Whether a page is our own: one of the place that the request was sent to. */
public final class OwnOrigin {
    private OwnOrigin() {}

    /** Our NGINX overwrites the header; a page of another origin cannot set it without asking us first. */
    public static boolean is(String origin, HttpServerRequest request) {
        String forwarded = request.getHeader("X-Forwarded-Host");
        // not the header Host: HTTP/2 has none
        String host = forwarded == null ? String.valueOf(request.authority()) : forwarded;
        return origin.equals("http://" + host) || origin.equals("https://" + host);
    }
}
