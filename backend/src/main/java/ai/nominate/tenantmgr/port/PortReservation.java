package ai.nominate.tenantmgr.port;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A block that is to be left alone. */
@Schema(name = "PortReservation")
record PortReservation(
        @Schema(description = "The first port of a block of the range", required = true, examples = "20000")
        Integer first,

        @Schema(description = "Why, in 1 to 200 characters", required = true, examples = "the old CRM still runs here")
        String reason) {}
