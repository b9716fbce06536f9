package ai.nominate.tenantmgr.backup;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An accepted backup. */
@Schema(name = "BackupAccepted")
record AcceptedBackup(
        @Schema(description = "The run that takes it; follow it at /api/runs/{id}", required = true)
        UUID runId,

        @Schema(description = "The backup", required = true) UUID backupId) {}
