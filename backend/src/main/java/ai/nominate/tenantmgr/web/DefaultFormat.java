package ai.nominate.tenantmgr.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Requests without a specific format get JSON; streams must be requested explicitly. A file is what it is, and so is what has one
 * format: a picture, and the events of one object.
 */
class DefaultFormat {
    /** In {@code @Produces} of a file, whose parameters say its format. */
    private static final String FILE = "application/octet-stream";

    @ServerRequestFilter(preMatching = true, priority = FilterOrder.DEFAULT_FORMAT)
    void jsonUnlessAsked(ContainerRequestContext request) {
        String accept = request.getHeaderString("Accept");
        if (request.getUriInfo().getPath().endsWith("/export")) {
            request.getHeaders().putSingle("Accept", FILE);
        } else if (!isPicture(request) && (accept == null || accept.isBlank() || accept.startsWith("*/*"))) {
            request.getHeaders().putSingle("Accept", usual(request.getUriInfo().getPath()));
        }
    }

    /** A logo has the format in which it is stored. */
    private static boolean isPicture(ContainerRequestContext request) {
        return request.getMethod().equals("GET")
                && request.getUriInfo().getPath().endsWith("/theme/logo");
    }

    private static String usual(String path) {
        if (path.endsWith("/screenshot")) {
            return "image/png";
        }
        return path.matches("/api/[a-z]+/[^/]+/events") ? MediaType.SERVER_SENT_EVENTS : MediaType.APPLICATION_JSON;
    }
}
