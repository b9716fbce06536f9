package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes the tenant's rows, which releases its slug, domains and ports for other tenants. */
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
        return "Remove tenant";
    }

    @Override
    public int usualMs() {
        return 30;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        context.change(tenants::forget);
        return new StepResult.Done("Slug, domains and ports released");
    }
}
