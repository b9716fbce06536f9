package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;


import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A block in use. */
@Schema(name = "PortBlock")
record PortBlockView(
        @Schema(description = "First of the four ports; identifies the block", required = true, examples = "20000")
        int first,

        @Schema(description = "Frontend port of slot a", required = true)
        int frontend,

        @Schema(description = "Backend port of slot a", required = true)
        int backend,

        @Schema(description = "Ports of slot b", required = true)
        StandbyPorts standby,

        @Schema(description = "The tenant that leases it") Owner tenant,

        @Schema(
                description = "leased by a tenant, reserved by an admin, or foreign: used by a process of no tenant",
                required = true,
                enumeration = {"leased", "reserved", "foreign"})
        String state,

        @Schema(description = "Reason for the reservation, or the foreign process that uses a port")
        String reason) {

    @Schema(name = "PortOwner")
    record Owner(
            @Schema(description = "Tenant id", required = true)
            UUID id,

            @Schema(description = "Tenant slug", required = true)
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
