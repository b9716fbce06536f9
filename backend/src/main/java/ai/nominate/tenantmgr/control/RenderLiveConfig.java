package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes the new names to the environment of the live slot; used at the next start of its services. */
@ApplicationScoped
class RenderLiveConfig implements Step<DeploymentContext> {
    private final LiveSlot slot;

    RenderLiveConfig(LiveSlot slot) {
        this.slot = slot;
    }

    @Override
    public String id() {
        return "render-config";
    }

    @Override
    public String title() {
        return "Configuration";
    }

    @Override
    public int usualMs() {
        return 60;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        if (context.tenant().live().isEmpty()) {
            return new StepResult.Skipped("The tenant has no live slot");
        }
        slot.writeEnvironment(context.tenant(), context.permit());
        return new StepResult.Done("The services use the new names after their next start");
    }
}
