package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepAround;
import ai.nominate.tenantmgr.run.engine.StepResult;
import java.util.Optional;

/** A step for the other slot in a run that needs one only if the services get another environment. */
record IfSlotPinned(Step<DeploymentContext> step) implements StepAround<DeploymentContext> {
    @Override
    public StepResult run(DeploymentContext context) {
        return context.pinned().slot() == null
                ? new StepResult.Skipped("The running services are not affected")
                : step.run(context);
    }

    @Override
    public Optional<String> undo(DeploymentContext context) {
        return context.pinned().slot() == null ? Optional.empty() : step.undo(context);
    }
}
