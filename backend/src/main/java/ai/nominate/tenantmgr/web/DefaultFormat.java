package ai.nominate.tenantmgr.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Requests without a specific format get JSON; streams must be requested explicitly. */
class DefaultFormat {
    @ServerRequestFilter(preMatching = true, priority = FilterOrder.DEFAULT_FORMAT)
    void jsonUnlessAsked(ContainerRequestContext request) {
        String accept = request.getHeaderString("Accept");
        if (accept == null || accept.isBlank() || accept.startsWith("*/*")) {
            request.getHeaders().putSingle("Accept", "application/json");
        }
    }
}
