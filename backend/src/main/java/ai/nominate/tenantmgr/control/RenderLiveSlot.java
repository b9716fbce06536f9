package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.config.EnvFile;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.slot.SlotEnvironment;
import ai.nominate.tenantmgr.slot.SlotFiles;
import ai.nominate.tenantmgr.slot.SlotVariables;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;

/**
 * Writes the files of a stopped live slot: its names and ports may have changed while it was stopped. There is no undo, because the
 * files of a slot that does not run serve nobody.
 */
@Singleton
class RenderLiveSlot extends NamedStep<DeploymentContext> {
    private final LiveRelease live;
    private final SlotEnvironment environments;
    private final SlotFiles files;
    private final TenantRegistry tenants;

    RenderLiveSlot(LiveRelease live, SlotEnvironment environments, SlotFiles files, TenantRegistry tenants) {
        super("render-config", "Configuration", 60);
        this.live = live;
        this.environments = environments;
        this.files = files;
        this.tenants = tenants;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        Slot slot = context.pinned().slot();
        int version = context.pinned().configVersion();
        Release release = live.of(tenant);
        SlotVariables variables = environments.of(tenant, release, version);
        variables.secrets().forEach(context::mask);
        files.write(tenant, slot, release, EnvFile.render(variables.values()), context.permit());
        context.change(id -> tenants.started(id, slot, version, tenant.domain()));
        return new StepResult.Done("Slot " + slot + " configured for release " + release.id());
    }
}
