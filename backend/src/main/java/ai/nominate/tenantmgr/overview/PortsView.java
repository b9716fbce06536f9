package ai.nominate.tenantmgr.overview;

import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.port.PortBlock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's four ports. */
record PortsView(
        @Schema(description = "Slot a's frontend", required = true)
        int frontend,

        @Schema(description = "Slot a's backend", required = true)
        int backend,

        @Schema(description = "Slot b's pair", required = true)
        Pair standby) {

    @Schema(name = "StandbyPorts")
    record Pair(
            @Schema(description = "Slot b's frontend", required = true)
            int frontend,

            @Schema(description = "Slot b's backend", required = true)
            int backend) {}

    static PortsView of(PortBlock block) {
        return new PortsView(
                block.port(Slot.A, ServiceName.FRONTEND).value(),
                block.port(Slot.A, ServiceName.BACKEND).value(),
                new Pair(
                        block.port(Slot.B, ServiceName.FRONTEND).value(),
                        block.port(Slot.B, ServiceName.BACKEND).value()));
    }
}
