package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.slot.SlotPorts;
import ai.nominate.tenantmgr.slot.SlotRelease;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Pins the rollback target: the release of an earlier deployment and the configuration version it ran with. */
@Singleton
public class ChooseRelease extends NamedStep<DeploymentContext> {
    private final SlotRelease releases;
    private final SlotPorts ports;

    ChooseRelease(SlotRelease releases, SlotPorts ports) {
        super("choose-release", "Earlier release", 50);
        this.releases = releases;
        this.ports = ports;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        Slot slot = tenant.live().map(Slot::other).orElse(Slot.A);
        DeploymentContext.Pinned target = context.target();
        boolean kept =
                tenant.slot(slot).release().filter(target.release()::equals).isPresent();
        Manifest manifest = releases.of(context.pinned().release()).manifest();
        Optional<String> held = ports.held(tenant, slot, manifest, context.permit());
        if (held.isPresent()) {
            return new StepResult.Failed(DeploymentProblem.PORT_HELD, held.get());
        }
        context.pin(slot, target.ref(), target.commit(), target.message(), target.configVersion());
        return new StepResult.Done("Rolling back to release " + target.release()
                + (kept ? ", kept in slot " + slot : ", in slot " + slot) + ", configuration version "
                + target.configVersion());
    }
}
