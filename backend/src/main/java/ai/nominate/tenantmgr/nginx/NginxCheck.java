package ai.nominate.tenantmgr.nginx;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness check of NGINX: without it tenants are unreachable. */
@Readiness
@ApplicationScoped
class NginxCheck implements HealthCheck {
    private final NginxProcess nginx;

    NginxCheck(NginxProcess nginx) {
        this.nginx = nginx;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("NGINX").status(nginx.running()).build();
    }
}
