package ai.nominate.tenantmgr.tenantapi;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A value that is accepted, but may not do what its author expects. */
record WarningView(
        @Schema(description = "The field", required = true, examples = "domain")
        String field,

        @Schema(description = "What may go wrong", required = true, examples = "ends in local, which is ...")
        String message) {}
