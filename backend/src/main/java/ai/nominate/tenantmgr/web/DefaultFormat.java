package ai.nominate.tenantmgr.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Requests without a specific format get JSON; streams must be requested explicitly. A file is what it is. */
class DefaultFormat {
    /** In {@code @Produces} of a file, whose parameters say its format. */
    private static final String FILE = "application/octet-stream";

    @ServerRequestFilter(preMatching = true, priority = FilterOrder.DEFAULT_FORMAT)
    void jsonUnlessAsked(ContainerRequestContext request) {
        String accept = request.getHeaderString("Accept");
        if (request.getUriInfo().getPath().endsWith("/export")) {
            request.getHeaders().putSingle("Accept", FILE);
        } else if (!isPicture(request) && (accept == null || accept.isBlank() || accept.startsWith("*/*"))) {
            request.getHeaders().putSingle("Accept", "application/json");
        }
    }

    /** It has the format in which it is stored. */
    private static boolean isPicture(ContainerRequestContext request) {
        return request.getMethod().equals("GET") && request.getUriInfo().getPath().endsWith("/theme/logo");
    }
}
