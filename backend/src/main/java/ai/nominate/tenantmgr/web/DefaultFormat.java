package ai.nominate.tenantmgr.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Who does not say which format, or says any, gets JSON: a stream is for those who ask for it. */
class DefaultFormat {
    @ServerRequestFilter(preMatching = true, priority = FilterOrder.DEFAULT_FORMAT)
    void jsonUnlessAsked(ContainerRequestContext request) {
        String accept = request.getHeaderString("Accept");
        if (accept == null || accept.isBlank() || accept.startsWith("*/*")) {
            request.getHeaders().putSingle("Accept", "application/json");
        }
    }
}
