package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.run.Step;
import ai.nominate.tenantmgr.run.StepResult;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** The tenant's rows go, and its names and ports with them. From here on they can be had by others. */
@ApplicationScoped
public class ForgetTenant implements Step<DeploymentContext> {
    private final TenantRegistry tenants;

    ForgetTenant(TenantRegistry tenants) {
        this.tenants = tenants;
    }

    @Override
    public String id() {
        return "forget-tenant";
    }

    @Override
    public String title() {
        return "Forget the tenant";
    }

    @Override
    public int usualMs() {
        return 30;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        context.change(tenants::forget);
        return new StepResult.Done("Its slug, its names and its ports are free");
    }
}
