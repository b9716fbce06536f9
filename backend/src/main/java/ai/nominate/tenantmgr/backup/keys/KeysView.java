package ai.nominate.tenantmgr.backup.keys;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For whom backups are encrypted: the public halves of two keys. */
@Schema(name = "BackupKeys")
record KeysView(
        @Schema(description = "The key that opens backups anywhere", required = true)
        RecoveryView recovery,

        @Schema(description = "The key with which this installation proves and restores", required = true)
        VerifierView verifier,

        @Schema(description = "The public key by which this installation signs its backups", required = true)
        String signer) {

    /** The recovery key. */
    @Schema(name = "BackupRecoveryKey")
    record RecoveryView(
            @Schema(description = "Its public half", required = true, example = "age1…")
            String recipient,

            @Schema(description = "When it was made", required = true)
            Instant createdAt,

            @Schema(description = "When its private half was handed out and removed here; null while it waits")
            Instant downloadedAt) {}

    /** The verifier's key. */
    @Schema(name = "BackupVerifierKey")
    record VerifierView(
            @Schema(description = "Its public half", required = true, example = "age1…")
            String recipient) {}
}
