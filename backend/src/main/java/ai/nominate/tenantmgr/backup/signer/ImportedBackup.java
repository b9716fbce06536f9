package ai.nominate.tenantmgr.backup.signer;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An imported backup. */
@Schema(name = "BackupImported")
record ImportedBackup(
        @Schema(description = "The backup; prove it before it is needed", required = true)
        UUID backupId) {}
