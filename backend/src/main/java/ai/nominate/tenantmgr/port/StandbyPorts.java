package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.Slot;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The ports of slot b. */
public record StandbyPorts(
        @Schema(description = "Frontend port of slot b", required = true)
        int frontend,

        @Schema(description = "Backend port of slot b", required = true)
        int backend) {

    public static StandbyPorts of(PortBlock block) {
        return new StandbyPorts(
                block.port(Slot.B, PortBlock.FRONTEND).value(),
                block.port(Slot.B, PortBlock.BACKEND).value());
    }
}
