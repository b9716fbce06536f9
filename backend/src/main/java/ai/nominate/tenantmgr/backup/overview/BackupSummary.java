package ai.nominate.tenantmgr.backup.overview;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The backups of all tenants in numbers. */
@Schema(name = "BackupSummary")
record BackupSummary(
        @Schema(description = "Tenants that are live", required = true)
        long tenants,

        @Schema(description = "Of these, tenants with a proven backup", required = true)
        long proven,

        @Schema(description = "Of these, tenants without one", required = true)
        long unproven,

        @Schema(description = "Tenants whose newest backup failed", required = true)
        long failed,

        @Schema(description = "Backups being taken", required = true)
        long running,

        @Schema(description = "Size of all complete backups", required = true)
        long bytes,

        @Schema(
                description = "Where new backups go",
                required = true,
                type = SchemaType.STRING,
                enumeration = {"local", "s3"})
        String storage,

        @Schema(description = "Free space of the disk of local backups on this server; null if they go to S3")
        Long freeBytes,

        @Schema(description = "The oldest among the newest proofs of live tenants; null if there is none")
        Instant oldestProvenAt) {}
