package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Pins the live slot as it was stopped: its release and the configuration version it ran with. A configuration stored since
 * then has not been tried, so a start does not apply it.
 */
@ApplicationScoped
class PinLiveSlot extends LivePreflight {
    private final LiveRelease live;

    PinLiveSlot(LiveRelease live) {
        this.live = live;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        Slot slot = LiveRelease.live(tenant);
        int version = LiveRelease.configVersion(tenant);
        live.pin(context, slot, version);
        return new StepResult.Done("Starting release " + context.pinned().release() + " in slot " + slot
                + ", configuration version " + version);
    }
}
