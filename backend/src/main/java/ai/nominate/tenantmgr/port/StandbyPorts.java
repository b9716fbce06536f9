package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The second pair of a block. */
public record StandbyPorts(
        @Schema(description = "Slot b's frontend", required = true)
        int frontend,

        @Schema(description = "Slot b's backend", required = true)
        int backend) {

    public static StandbyPorts of(PortBlock block) {
        return new StandbyPorts(
                block.port(Slot.B, ServiceName.FRONTEND).value(),
                block.port(Slot.B, ServiceName.BACKEND).value());
    }
}
