package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.port.PortBlock;
import ai.nominate.tenantmgr.port.StandbyPorts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's four ports. */
record PortsView(
        @Schema(description = "Frontend port of slot a", required = true)
        int frontend,

        @Schema(description = "Backend port of slot a", required = true)
        int backend,

        @Schema(description = "Ports of slot b", required = true)
        StandbyPorts standby) {

    static PortsView of(PortBlock block) {
        return new PortsView(
                block.port(Slot.A, PortBlock.FRONTEND).value(),
                block.port(Slot.A, PortBlock.BACKEND).value(),
                StandbyPorts.of(block));
    }
}
