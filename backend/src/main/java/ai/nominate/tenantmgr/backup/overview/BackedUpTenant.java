package ai.nominate.tenantmgr.backup.overview;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The backups of one tenant in short. */
@Schema(name = "BackedUpTenant")
record BackedUpTenant(
        @Schema(description = "The tenant, which may be deleted", required = true)
        UUID tenantId,

        @Schema(description = "Its slug", required = true)
        String slug,

        @Schema(description = "Its display name; null if it is deleted")
        String name,

        @Schema(description = "Whether it is deleted", required = true)
        boolean deleted,

        @Schema(description = "Number of complete backups", required = true)
        long backups,

        @Schema(description = "Their size", required = true)
        long bytes,

        @Schema(description = "When the newest one was requested, in any state; null if there is none")
        Instant newestAt,

        @Schema(
                description = "The state of the newest one; null if there is none",
                enumeration = {"running", "complete", "failed", "deleted"})
        String newestState,

        @Schema(description = "When the newest proven one was proven; null if none is")
        Instant provenAt,

        @Schema(description = "The newest proven one; null if none is")
        UUID provenBackupId,

        @Schema(description = "Whether backups are taken by themselves", required = true)
        boolean scheduled,

        @Schema(description = "When the next one is due; null if they are not")
        Instant nextRun) {}
