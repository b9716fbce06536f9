package ai.nominate.tenantmgr.backup.signer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to trust the backups of another installation. */
@Schema(name = "NewBackupSigner")
record NewSigner(
        @Schema(description = "A name for people", required = true, minLength = 1, maxLength = 100, examples = "old data centre")
        String name,

        @Schema(
                description = "The public key that GET /api/backups/keys of that installation answers as signer",
                required = true,
                maxLength = 200)
        String publicKey) {}
