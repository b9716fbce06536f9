package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.Slot;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A free block. */
@Schema(name = "FreePortBlock")
record FreeBlockView(
        @Schema(description = "First of the four ports; identifies the block", required = true, examples = "20000")
        int first,

        @Schema(description = "Frontend port of slot a", required = true)
        int frontend,

        @Schema(description = "Backend port of slot a", required = true)
        int backend,

        @Schema(description = "Ports of slot b", required = true)
        StandbyPorts standby) {

    static FreeBlockView of(PortBlock block) {
        return new FreeBlockView(
                block.first(),
                block.port(Slot.A, PortBlock.FRONTEND).value(),
                block.port(Slot.A, PortBlock.BACKEND).value(),
                StandbyPorts.of(block));
    }
}
