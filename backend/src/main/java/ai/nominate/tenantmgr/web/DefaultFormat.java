package ai.nominate.tenantmgr.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Requests without a specific format get JSON; streams must be requested explicitly. What has one format alone is answered in
 * it, whatever the request asks for: a file, a picture, and the events of one object.
 */
class DefaultFormat {
    /** In {@code @Produces} of a file, whose parameters say its format. */
    private static final String FILE = "application/octet-stream";

    private static final String PICTURE = "image/png,image/svg+xml";

    @ServerRequestFilter(preMatching = true, priority = FilterOrder.DEFAULT_FORMAT)
    void jsonUnlessAsked(ContainerRequestContext request) {
        String only = request.getMethod().equals(HttpMethod.GET)
                ? only(request.getUriInfo().getPath())
                : null;
        String accept = request.getHeaderString("Accept");
        if (only != null) {
            request.getHeaders().putSingle("Accept", only);
        } else if (accept == null || accept.isBlank() || accept.startsWith("*/*")) {
            request.getHeaders().putSingle("Accept", MediaType.APPLICATION_JSON);
        }
    }

    /** The only format of a path; null if it has others, or JSON. */
    private static String only(String path) {
        if (path.endsWith("/export") || path.endsWith("/download")) {
            return FILE;
        }
        if (path.endsWith("/screenshot") || path.endsWith("/theme/logo") || path.contains("/logos/")) {
            return PICTURE;
        }
        return path.matches("/api/[a-z]+/[^/]+/events") ? MediaType.SERVER_SENT_EVENTS : null;
    }
}
