package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepAround;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import java.util.Optional;

/** A step that takes a tenant from its visitors, for one that has some. */
record IfServing(Step<DeploymentContext> step) implements StepAround<DeploymentContext> {
    @Override
    public StepResult run(DeploymentContext context) {
        return isServing(context) ? step.run(context) : new StepResult.Skipped("The tenant serves nobody");
    }

    @Override
    public Optional<String> undo(DeploymentContext context) {
        return isServing(context) ? step.undo(context) : Optional.empty();
    }

    private static boolean isServing(DeploymentContext context) {
        return context.statusBefore() == TenantStatus.ACTIVE
                && context.tenant().live().isPresent();
    }
}
