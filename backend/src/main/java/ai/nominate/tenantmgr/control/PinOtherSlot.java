package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.slot.SlotEnvironment;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Pins the live release and its configuration for the other slot, if the services of a tenant that runs are told the new names: an
 * application may refuse requests for a name that its environment does not have.
 */
@ApplicationScoped
class PinOtherSlot extends LivePreflight {
    private final LiveRelease live;
    private final SlotEnvironment environments;

    PinOtherSlot(LiveRelease live, SlotEnvironment environments) {
        this.live = live;
        this.environments = environments;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        if (tenant.live().isEmpty() || context.statusBefore() != TenantStatus.ACTIVE) {
            return new StepResult.Skipped("No service runs; the next start uses the new names");
        }
        int version = LiveRelease.configVersion(tenant);
        Release release = live.of(tenant);
        if (environments
                .of(tenant, release, version)
                .values()
                .equals(environments.of(context.intended(), release, version).values())) {
            return new StepResult.Skipped("The environment of the services stays the same");
        }
        Slot slot = LiveRelease.live(tenant).other();
        live.pin(context, slot, version);
        return new StepResult.Done("Release " + release.id() + " starts in slot " + slot + " with the new names");
    }
}
