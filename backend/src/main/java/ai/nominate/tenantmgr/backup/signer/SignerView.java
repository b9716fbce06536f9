package ai.nominate.tenantmgr.backup.signer;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An installation whose backups are accepted. */
@Schema(name = "BackupSigner")
record SignerView(
        @Schema(description = "Its id", required = true)
        UUID id,

        @Schema(description = "A name for people", required = true, examples = "old data centre")
        String name,

        @Schema(description = "The public key that GET /api/backups/keys of that installation answers as signer", required = true)
        String publicKey,

        @Schema(description = "When it was added", required = true)
        Instant addedAt,

        @Schema(description = "Who added it", required = true)
        String addedBy) {
    static SignerView of(SignerRow row) {
        return new SignerView(row.id, row.name, row.publicKey, row.addedAt, row.addedBy);
    }
}
