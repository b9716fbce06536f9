package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A block that somebody has. */
@Schema(name = "PortBlock")
record PortBlockView(
        @Schema(description = "The first of its four ports, by which it is named", required = true, examples = "20000")
        int first,

        @Schema(description = "Slot a's frontend", required = true)
        int frontend,

        @Schema(description = "Slot a's backend", required = true)
        int backend,

        @Schema(description = "Slot b's pair", required = true)
        StandbyPorts standby,

        @Schema(description = "The tenant that leases it") Owner tenant,

        @Schema(
                description = "Leased by a tenant, reserved by an admin, or held by a process that is not a tenant's",
                required = true,
                enumeration = {"leased", "reserved", "foreign"})
        String state,

        @Schema(description = "Why it is reserved, or who holds a port of it")
        String reason) {

    @Schema(name = "PortOwner")
    record Owner(
            @Schema(description = "The tenant's id", required = true)
            UUID id,

            @Schema(description = "The tenant's slug", required = true)
            String slug) {}

    static PortBlockView of(PortBlock block, Owner tenant, String state, String reason) {
        return new PortBlockView(
                block.first(),
                block.port(Slot.A, ServiceName.FRONTEND).value(),
                block.port(Slot.A, ServiceName.BACKEND).value(),
                StandbyPorts.of(block),
                tenant,
                state,
                reason);
    }
}
