package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.DeploymentProblem;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.slot.SlotPorts;
import ai.nominate.tenantmgr.slot.SlotRelease;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Pins the release and the configuration that were live before the restore. */
@Singleton
class UndoPreflight extends RestoreStep {
    private final SlotRelease releases;
    private final SlotPorts ports;

    UndoPreflight(SlotRelease releases, SlotPorts ports) {
        super("preflight", "Preflight", 60);
        this.releases = releases;
        this.ports = ports;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        UUID restore = UUID.fromString(context.order().change().orElseThrow());
        RestoreRow row = Reactive.transaction(() -> RestoreRow.<RestoreRow>findById(restore));
        if (row == null || row.undoUntil == null || row.releaseBefore == null) {
            return new StepResult.Failed(RestoreProblem.NO_WAY_BACK, "What it replaced is not kept any more");
        }
        Slot slot = tenant.live().map(Slot::other).orElse(Slot.A);
        Release release = releases.of(row.releaseBefore);
        Optional<String> held = ports.held(tenant, slot, release.manifest(), context.permit());
        if (held.isPresent()) {
            return new StepResult.Failed(DeploymentProblem.PORT_HELD, held.get());
        }
        context.pinRelease(release.id());
        context.pin(slot, release.ref().orElse(null), release.commit(), null, row.configBefore);
        return new StepResult.Done(
                "Back to release " + release.id() + " in slot " + slot + ", configuration version " + row.configBefore);
    }
}
