package ai.nominate.tenantmgr.backup.proof;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An accepted proof. */
@Schema(name = "BackupProofAccepted")
record AcceptedProof(
        @Schema(description = "The run that performs it; follow it at /api/runs/{id}", required = true)
        UUID runId) {}
