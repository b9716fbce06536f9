package ai.nominate.tenantmgr.backup;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the last proof of a backup found. */
@Schema(name = "BackupProof")
public record BackupProofView(
        @Schema(
                description =
                        "Whether it is proven restorable. A proof that could not be tried is untried, never proven",
                required = true,
                type = SchemaType.STRING,
                enumeration = {"proven", "failed", "untried"})
        String verdict,

        @Schema(
                description =
                        "How far it went: L0 signature and hashes, L1 decrypted and parsed, L2 restored into a scratch database, L3 booted",
                required = true,
                type = SchemaType.STRING,
                enumeration = {"L0", "L1", "L2", "L3"})
        String level,

        @Schema(description = "When it ended", required = true)
        Instant at,

        @Schema(description = "How long the restore took, in seconds; null if it did not come to that")
        Integer restoreSeconds,

        @Schema(description = "Why it failed or could not be tried; null if it is proven")
        String reason) {
    static BackupProofView of(BackupRow row) {
        return row.proofVerdict == null
                ? null
                : new BackupProofView(
                        row.proofVerdict, row.proofLevel, row.proofAt, row.proofRestoreSeconds, row.proofReason);
    }
}
