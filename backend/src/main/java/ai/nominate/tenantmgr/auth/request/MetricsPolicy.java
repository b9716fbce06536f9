package ai.nominate.tenantmgr.auth.request;

import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Access to metrics: local programs read them without a token, others need one. Requests through NGINX count as remote.
 */
@ApplicationScoped
class MetricsPolicy implements HttpSecurityPolicy {
    @Override
    public String name() {
        return "local-or-signed-in";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext context, Uni<SecurityIdentity> identity, AuthorizationRequestContext requests) {
        boolean direct = context.request().remoteAddress().hostAddress() != null
                && isLoopback(context.request().remoteAddress().hostAddress())
                && context.request().getHeader("X-Forwarded-For") == null;
        return direct
                ? CheckResult.permit()
                : identity.map(caller -> caller.hasRole(Role.VIEWER_NAME) ? CheckResult.PERMIT : CheckResult.DENY);
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
    }
}
