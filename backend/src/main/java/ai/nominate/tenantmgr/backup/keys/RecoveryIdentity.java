package ai.nominate.tenantmgr.backup.keys;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The private half of the recovery key, answered until it is acknowledged. */
@Schema(name = "BackupRecoveryIdentity")
record RecoveryIdentity(
        @Schema(description = "Its public half", required = true)
        String recipient,

        @Schema(
                description = "The private half, for the file that `age -d -i FILE` reads; keep it away from this machine",
                required = true,
                example = "AGE-SECRET-KEY-1…")
        String secret) {
    @Override
    public String toString() {
        return recipient;
    }
}
