package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.unit.Unit;
import ai.nominate.tenantmgr.host.unit.UnitState;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The workers of a slot that must not run in both slots at once: services without a port, such as the consumer of a queue. Those of
 * the old slot stop before a switch, those of the new one start after it. A worker that bears a twin starts with the other
 * services and is none of these. Blocks.
 */
@ApplicationScoped
public class SlotWorkers {
    private final TenantServices services;
    private final SlotManifests manifests;

    SlotWorkers(TenantServices services, SlotManifests manifests) {
        this.services = services;
        this.manifests = manifests;
    }

    /** Starts what serves visitors, and the workers that bear a twin. Not kept, as in {@link TenantServices#start}. */
    public void startOthers(TenantSlug slug, Slot slot, Permit permit) {
        others(slug, slot).forEach(unit -> services.start(unit, permit));
    }

    /** From now on these are restarted after a crash. */
    public void keepOthers(TenantSlug slug, Slot slot) {
        others(slug, slot).forEach(services::keep);
    }

    /** All but the workers that must not run in both slots. */
    public List<Unit> others(TenantSlug slug, Slot slot) {
        return services.units(slug, slot).stream()
                .filter(unit -> !manifests.isSingleWorker(unit.id()))
                .toList();
    }

    public void start(TenantSlug slug, Slot slot, Permit permit) {
        single(slug, slot).forEach(unit -> services.start(unit, permit));
    }

    public void keep(TenantSlug slug, Slot slot) {
        single(slug, slot).forEach(services::keep);
    }

    /** @param grace of a worker whose manifest names none */
    public void stop(TenantSlug slug, Slot slot, Duration grace, Permit permit) {
        single(slug, slot).parallelStream().forEach(unit -> services.stop(unit.id(), grace, permit));
    }

    /** A worker that does not run although it should. */
    public Optional<Unit> ended(TenantSlug slug, Slot slot) {
        return single(slug, slot).stream()
                .filter(unit -> services.status(unit.id()).state() != UnitState.RUNNING)
                .findFirst();
    }

    public boolean hasNone(TenantSlug slug, Slot slot) {
        return single(slug, slot).isEmpty();
    }

    private List<Unit> single(TenantSlug slug, Slot slot) {
        return services.units(slug, slot).stream()
                .filter(unit -> manifests.isSingleWorker(unit.id()))
                .toList();
    }
}
