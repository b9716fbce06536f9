package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A block that nobody has. */
@Schema(name = "FreePortBlock")
record FreeBlockView(
        @Schema(description = "The first of its four ports, by which it is named", required = true, examples = "20000")
        int first,

        @Schema(description = "Slot a's frontend", required = true)
        int frontend,

        @Schema(description = "Slot a's backend", required = true)
        int backend,

        @Schema(description = "Slot b's pair", required = true)
        StandbyPorts standby) {

    static FreeBlockView of(PortBlock block) {
        return new FreeBlockView(
                block.first(),
                block.port(Slot.A, ServiceName.FRONTEND).value(),
                block.port(Slot.A, ServiceName.BACKEND).value(),
                StandbyPorts.of(block));
    }
}
