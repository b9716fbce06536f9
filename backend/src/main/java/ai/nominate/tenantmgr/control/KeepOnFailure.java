package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;

/** A step whose result is right for the tenant also if a later step fails, so that it is not undone. */
record KeepOnFailure(Step<DeploymentContext> step) implements Step<DeploymentContext> {
    @Override
    public String id() {
        return step.id();
    }

    @Override
    public String title() {
        return step.title();
    }

    @Override
    public int usualMs() {
        return step.usualMs();
    }

    @Override
    public StepResult run(DeploymentContext context) {
        return step.run(context);
    }
}
