package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import jakarta.inject.Singleton;

/** Deletes the tenant's rows, which releases its slug, domains and ports for other tenants. */
@Singleton
public class ForgetTenant extends NamedStep<DeploymentContext> {
    private final TenantRegistry tenants;

    ForgetTenant(TenantRegistry tenants) {
        super("forget-tenant", "Remove tenant", 30);
        this.tenants = tenants;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        context.change(tenants::forget);
        return new StepResult.Done("Slug, domains and ports released");
    }
}
