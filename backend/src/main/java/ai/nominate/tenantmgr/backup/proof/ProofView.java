package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.backup.BackupKeyFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one proof found. */
@Schema(name = "BackupProofItem")
record ProofView(
        @Schema(description = "Its run", required = true)
        UUID runId,

        @Schema(description = "The backup", required = true)
        UUID backupId,

        @Schema(
                description = "Whether it is proven restorable. A proof that could not be tried is untried, never proven",
                required = true,
                type = SchemaType.STRING,
                enumeration = {"proven", "failed", "untried"})
        String verdict,

        @Schema(
                description =
                        "How far it came: L1 checked and unpacked, L2 restored into a scratch database with the rows of the manifest, L3 started and well",
                required = true,
                type = SchemaType.STRING,
                enumeration = {"L0", "L1", "L2", "L3"})
        String level,

        @Schema(description = "When it ended", required = true)
        Instant at,

        @Schema(description = "Time to unpack and to restore, in seconds; null if it did not come to that")
        Double restoreSeconds,

        @Schema(description = "Why it failed or could not be tried; null if it is proven")
        String reason,

        @Schema(description = "The signed text, JSON: what was proven and what was seen", required = true)
        String evidence,

        @Schema(description = "Signature of the text, in base64", required = true)
        String signature,

        @Schema(description = "Public key of the installation that signed it", required = true)
        String signer,

        @Schema(description = "Whether the signature is right", required = true)
        boolean isSigned) {
    static ProofView of(ProofRow row) {
        return new ProofView(
                row.runId,
                row.backupId,
                row.verdict,
                row.level,
                row.endedAt,
                row.restoreMs == null ? null : row.restoreMs / 1000.0,
                row.reason,
                row.evidence,
                row.signature,
                row.signer,
                BackupKeyFile.verifies(row.signer, row.evidence.getBytes(StandardCharsets.UTF_8), row.signature));
    }
}
