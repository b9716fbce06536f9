package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.process.Sockets;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.ServicePorts;
import ai.nominate.tenantmgr.port.PairAllocator;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Checks that the ports of a slot are free. */
@ApplicationScoped
public class SlotPorts {
    private final TenantServices services;
    private final Sockets sockets;
    private final PairAllocator pairs;

    SlotPorts(TenantServices services, Sockets sockets, PairAllocator pairs) {
        this.services = services;
        this.sockets = sockets;
        this.pairs = pairs;
    }

    /** Leases the ports of services beyond the tenant's block, in the caller's transaction. */
    public Uni<Void> lease(UUID tenant, Manifest manifest) {
        return pairs.lease(tenant, ServicePorts.of(manifest).beyondBlock());
    }

    /** Stops a leftover service of the idle slot; a foreign process is reported instead. */
    public Optional<String> held(TenantSnapshot tenant, Slot slot, Manifest manifest, Permit permit) {
        services.stop(tenant.slug(), slot, Duration.ofSeconds(5), permit);
        return manifest.services().keySet().stream()
                .flatMap(service -> SlotManifests.port(tenant, slot, manifest, service)
                        .filter(port -> !sockets.free(port))
                        .map(port -> "Port " + port + " of service " + service + " is in use by another process")
                        .stream())
                .findFirst();
    }
}
