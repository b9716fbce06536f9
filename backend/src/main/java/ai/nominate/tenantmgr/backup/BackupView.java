package ai.nominate.tenantmgr.backup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A backup of a tenant. */
@Schema(name = "Backup")
public record BackupView(
        @Schema(description = "Its id", required = true) UUID id,

        @Schema(description = "The id of its tenant, which may be deleted", required = true)
        UUID tenantId,

        @Schema(description = "The slug of its tenant at that time", required = true)
        String slug,

        @Schema(description = "The display name of its tenant now; null if it is deleted")
        String tenantName,

        @Schema(description = "Whether its tenant is deleted", required = true)
        boolean tenantDeleted,

        @Schema(
                description = "Only a complete one counts; the files of a deleted one are gone",
                required = true,
                type = SchemaType.STRING,
                enumeration = {"running", "complete", "failed", "deleted"})
        String state,

        @Schema(
                description = "Why it was taken",
                required = true,
                type = SchemaType.STRING,
                enumeration = {"scheduled", "manual", "before-migration", "before-delete", "before-restore"})
        String reason,

        @Schema(description = "When it was requested", required = true)
        Instant createdAt,

        @Schema(description = "When it was complete or failed; null while it runs")
        Instant finishedAt,

        @Schema(description = "Size as stored, compressed and encrypted; null until it is complete")
        Long bytes,

        @Schema(description = "Size of the database's part as stored; null until it is complete, or without a database")
        Long databaseBytes,

        @Schema(
                description =
                        "Size of the files' part as stored; null until it is complete, and if the files could not be read")
        Long filesBytes,

        @Schema(description = "Number of files; null until it is complete, and if they could not be read")
        Long files,

        @Schema(description = "Number of rows of all tables; null until it is complete, or without a database")
        Long rows,

        @Schema(description = "The live release; null if nothing was live")
        BackupReleaseView release,

        @Schema(
                description = "Where its files are",
                required = true,
                type = SchemaType.STRING,
                enumeration = {"local", "s3"})
        String storage,

        @Schema(description = "What the last proof found; null before the first")
        BackupProofView proof,

        @Schema(description = "Why the retention keeps it, for people; empty if nothing keeps it", required = true)
        List<String> keptBecause,

        @Schema(description = "When its files are removed; null while it is kept")
        Instant expiresAt,

        @Schema(description = "Whether somebody holds it, so that no rule removes it", required = true)
        boolean held,

        @Schema(description = "Why it failed; null if it did not")
        String error,

        @Schema(description = "The run that took it, at /api/runs/{id}", required = true)
        UUID runId) {
    /** @param tenantName null if the tenant is deleted */
    static BackupView of(BackupRow row, String tenantName) {
        return new BackupView(
                row.id,
                row.tenantId,
                row.slug,
                tenantName,
                tenantName == null,
                row.state,
                row.reason,
                row.createdAt,
                row.finishedAt,
                row.bytes,
                row.databaseBytes,
                row.filesBytes,
                row.files,
                row.rows,
                BackupReleaseView.of(row),
                row.storage,
                BackupProofView.of(row),
                row.keptBecause.isEmpty() ? List.of() : List.of(row.keptBecause.split("\n")),
                row.purgeAt,
                row.held,
                row.error,
                row.runId);
    }
}
