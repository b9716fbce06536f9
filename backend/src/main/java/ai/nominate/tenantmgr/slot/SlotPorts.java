package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.process.Sockets;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;


import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Checks that the ports of a slot are free. */
@ApplicationScoped
public class SlotPorts {
    private final TenantServices services;
    private final Sockets sockets;

    SlotPorts(TenantServices services, Sockets sockets) {
        this.services = services;
        this.sockets = sockets;
    }

    /** Stops a leftover service of the idle slot; a foreign process is reported instead. */
    public Optional<String> held(TenantSnapshot tenant, Slot slot, Manifest manifest, Permit permit) {
        services.stop(tenant.slug(), slot, Duration.ofSeconds(5), permit);
        for (ServiceName service : manifest.services().keySet()) {
            PortNumber port = tenant.ports().port(slot, service);
            if (!sockets.free(port)) {
                return Optional.of("Port " + port + " of service " + service + " is in use by another process");
            }
        }
        return Optional.empty();
    }
}
