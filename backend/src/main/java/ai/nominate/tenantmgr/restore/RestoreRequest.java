package ai.nominate.tenantmgr.restore;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to restore a backup. */
@Schema(name = "BackupRestoreRequest")
record RestoreRequest(
        @Schema(
                description = "in-place: the data of the backup replaces that of its tenant",
                required = true,
                enumeration = {"in-place"})
        String mode,

        @Schema(description = "The slug of the tenant, typed again to confirm", required = true, examples = "acme")
        String confirm) {}
