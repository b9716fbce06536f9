package ai.nominate.tenantmgr.backup;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The release that was live when a backup was taken. */
@Schema(name = "BackupRelease")
public record BackupReleaseView(
        @Schema(description = "Its commit", required = true) String commit,

        @Schema(description = "The branch or tag it was deployed from; null if unknown")
        String ref) {
    static BackupReleaseView of(BackupRow row) {
        return row.releaseCommit == null ? null : new BackupReleaseView(row.releaseCommit, row.releaseRef);
    }
}
