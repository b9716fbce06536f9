package ai.nominate.tenantmgr.port;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to reserve a block. */
@Schema(name = "PortReservation")
record PortReservation(
        @Schema(description = "First port of a block in the range", required = true, examples = "20000")
        Integer first,

        @Schema(description = "Reason, 1 to 200 characters", required = true, examples = "the old CRM still runs here")
        String reason) {}
