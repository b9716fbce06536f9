package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepAround;
import ai.nominate.tenantmgr.run.engine.StepResult;

/** A step whose result is right for the tenant also if a later step fails, so that it is not undone. */
record KeepOnFailure(Step<DeploymentContext> step) implements StepAround<DeploymentContext> {
    @Override
    public StepResult run(DeploymentContext context) {
        return step.run(context);
    }
}
