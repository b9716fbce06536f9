package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.unit.Unit;
import ai.nominate.tenantmgr.host.unit.UnitState;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** The services of a slot that listen on their ports: the first sign that a release has started. Blocks. */
@ApplicationScoped
public class ListeningServices {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final TenantServices services;
    private final SlotWorkers workers;

    ListeningServices(TenantServices services, SlotWorkers workers) {
        this.services = services;
        this.workers = workers;
    }

    /**
     * Waits until each service of the slot listens on its port.
     *
     * @return false if one has ended instead
     * @throws PermitLost if the permit is lost
     * @throws RunInterrupted if the thread was interrupted
     */
    public boolean await(TenantSnapshot tenant, Slot slot, Manifest manifest, Permit permit) {
        List<Unit> waiting = workers.others(tenant.slug(), slot);
        while (!waiting.isEmpty()) {
            permit.check();
            if (waiting.stream().anyMatch(unit -> services.status(unit.id()).state() != UnitState.RUNNING)) {
                return false;
            }
            waiting = waiting.stream()
                    .filter(unit -> SlotManifests.port(
                                    tenant, slot, manifest, unit.id().service())
                            .filter(port -> !services.listens(unit.id(), port))
                            .isPresent())
                    .toList();
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("interrupted while services start");
        }
    }
}
