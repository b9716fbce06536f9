package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.config.EnvFile;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.RenderConfig;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.slot.SlotEnvironment;
import ai.nominate.tenantmgr.slot.SlotFiles;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Writes the new names to the environment: that of the other slot, or that of the live slot if its services do not run. */
@Singleton
class RenderNames extends NamedStep<DeploymentContext> {
    private final RenderConfig otherSlot;
    private final LiveRelease live;
    private final SlotEnvironment environments;
    private final SlotFiles files;

    RenderNames(RenderConfig otherSlot, LiveRelease live, SlotEnvironment environments, SlotFiles files) {
        super(otherSlot.id(), otherSlot.title(), otherSlot.usualMs());
        this.otherSlot = otherSlot;
        this.live = live;
        this.environments = environments;
        this.files = files;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        if (context.pinned().slot() != null) {
            return otherSlot.run(context);
        }
        if (context.tenant().live().isEmpty()) {
            return new StepResult.Skipped("The tenant has no live slot");
        }
        write(context, context.intended());
        return new StepResult.Done("The services get the new names at their next start");
    }

    @Override
    public Optional<String> undo(DeploymentContext context) {
        if (context.pinned().slot() != null) {
            return otherSlot.undo(context);
        }
        if (context.tenant().live().isEmpty()) {
            return Optional.empty();
        }
        write(context, context.tenant());
        return Optional.of("The environment has the names of before");
    }

    private void write(DeploymentContext context, TenantSnapshot named) {
        String environment = EnvFile.render(environments
                .of(named, live.of(named), LiveRelease.configVersion(named))
                .values());
        files.environment(named.slug(), LiveRelease.live(named), environment, context.permit());
    }
}
