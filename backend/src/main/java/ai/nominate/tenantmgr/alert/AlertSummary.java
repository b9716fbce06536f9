package ai.nominate.tenantmgr.alert;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many alerts are open. */
@Schema(name = "AlertSummary")
record AlertSummary(
        @Schema(description = "Open alerts; those of a mass failure count as one", required = true)
        long open,

        @Schema(description = "Those that nobody acknowledged or put off", required = true)
        long unseen,

        @Schema(description = "Critical ones among the unseen", required = true)
        long critical) {}
