package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.Slot;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A block in use, or a pair. */
@Schema(name = "PortBlock")
record PortBlockView(
        @Schema(description = "First port; identifies the block or pair", required = true, examples = "20000")
        int first,

        @Schema(description = "Frontend port of slot a; in a pair, the port of its service", required = true)
        int frontend,

        @Schema(description = "Backend port of slot a; in a pair, the port of its service", required = true)
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
        String reason,

        @Schema(
                description =
                        "The service that has the pair: a third or further one of its application; null for a block",
                examples = "admin")
        String service) {

    @Schema(name = "PortOwner")
    record Owner(
            @Schema(description = "Tenant id", required = true)
            UUID id,

            @Schema(description = "Tenant slug", required = true)
            String slug) {}

    static PortBlockView of(PortBlock block, Owner tenant, String state, String reason) {
        return new PortBlockView(
                block.first(),
                block.port(Slot.A, PortBlock.FRONTEND).value(),
                block.port(Slot.A, PortBlock.BACKEND).value(),
                StandbyPorts.of(block),
                tenant,
                state,
                reason,
                null);
    }

    static PortBlockView of(PortPair pair, Owner tenant, String service) {
        int port = pair.port(Slot.A).value();
        int standby = pair.port(Slot.B).value();
        return new PortBlockView(
                pair.first(), port, port, new StandbyPorts(standby, standby), tenant, "leased", null, service);
    }
}
