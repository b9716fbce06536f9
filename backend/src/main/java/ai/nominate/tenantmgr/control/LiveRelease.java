package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.DeploymentProblem;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.slot.SlotPorts;
import ai.nominate.tenantmgr.slot.SlotRelease;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;

/** The release and the configuration that a tenant's live slot holds, pinned for a run. Blocks. */
@ApplicationScoped
class LiveRelease {
    private final SlotRelease releases;
    private final SlotPorts ports;

    LiveRelease(SlotRelease releases, SlotPorts ports) {
        this.releases = releases;
        this.ports = ports;
    }

    /** @throws ProblemException if the tenant has no live slot */
    Release of(TenantSnapshot tenant) {
        return releases.of(tenant, live(tenant));
    }

    static Slot live(TenantSnapshot tenant) {
        return tenant.live()
                .orElseThrow(() -> new ProblemException(DeploymentProblem.NEVER_DEPLOYED, "Deploy the tenant first"));
    }

    /** The configuration version that the live slot was started with. */
    static int configVersion(TenantSnapshot tenant) {
        return tenant.slot(live(tenant)).configVersion().orElseThrow();
    }

    /**
     * Pins the live release for a slot.
     *
     * @throws ProblemException if another process holds a port of the slot
     */
    void pin(DeploymentContext context, Slot slot, int configVersion) {
        TenantSnapshot tenant = context.tenant();
        Release release = of(tenant);
        ports.held(tenant, slot, release.manifest(), context.permit()).ifPresent(held -> {
            throw new ProblemException(DeploymentProblem.PORT_HELD, held);
        });
        context.pinRelease(release.id());
        context.pin(slot, release.ref().orElse(null), release.commit(), null, configVersion);
    }
}
