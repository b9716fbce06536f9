package ai.nominate.tenantmgr.restore;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An accepted restore, or the undo of one. */
@Schema(name = "RestoreAccepted")
record AcceptedRestore(
        @Schema(description = "The run that performs it; follow it at /api/runs/{id}", required = true)
        UUID runId,

        @Schema(description = "The tenant", required = true)
        UUID tenantId) {}
