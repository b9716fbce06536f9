package ai.nominate.tenantmgr.tenantapi;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A label and how often it is used. */
@Schema(name = "Label")
record LabelView(
        @Schema(description = "The label", required = true, examples = "region:eu")
        String label,

        @Schema(description = "Number of tenants with the label", required = true, examples = "12")
        long tenants) {}
