package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.host.unit.UnitId;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.slot.SlotManifests;
import ai.nominate.tenantmgr.slot.SlotSettings;
import ai.nominate.tenantmgr.slot.TenantServices;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Starts a slot that has served before, and waits until its services listen. Blocks. */
@ApplicationScoped
class ServiceStart {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final TenantServices services;
    private final SlotManifests manifests;
    private final Settings settings;

    ServiceStart(TenantServices services, SlotManifests manifests, Settings settings) {
        this.services = services;
        this.manifests = manifests;
        this.settings = settings;
    }

    /** @return a sentence for each service that does not listen within its time */
    List<String> await(TenantSnapshot tenant, Slot slot, Permit permit) {
        services.start(tenant.slug(), slot, permit);
        Duration limit = Reactive.await(() -> settings.get(SlotSettings.START_TIMEOUT));
        long deadline = System.nanoTime() + limit.toNanos();
        List<UnitId> late = late(tenant, slot);
        while (!late.isEmpty() && System.nanoTime() < deadline) {
            pause();
            late = late(tenant, slot);
        }
        return late.stream()
                .map(unit -> "Service " + unit.service() + " of slot " + slot + " did not listen within "
                        + limit.toSeconds() + " s")
                .toList();
    }

    private List<UnitId> late(TenantSnapshot tenant, Slot slot) {
        return services.units(tenant.slug(), slot).stream()
                .map(unit -> unit.id())
                .filter(unit -> !manifests
                        .port(tenant, unit)
                        .map(port -> services.listens(unit, port))
                        .orElse(true))
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ai.nominate.tenantmgr.host.command.RunInterrupted("interrupted while the services start");
        }
    }
}
