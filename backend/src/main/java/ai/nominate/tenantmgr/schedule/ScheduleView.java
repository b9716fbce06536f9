package ai.nominate.tenantmgr.schedule;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A schedule with its last and its next run. */
@Schema(name = "Schedule")
record ScheduleView(
        @Schema(description = "Name, unique on its server", required = true, examples = "health.sums")
        String id,

        @Schema(description = "What is done", required = true, examples = "Sums of health checks")
        String title,

        @Schema(description = "The server that does it", required = true)
        String server,

        @Schema(description = "Its tenant; null if it is the manager's own")
        UUID tenantId,

        @Schema(description = "The tenant's slug; null if it has none")
        String tenantSlug,

        @Schema(description = "When the last run began; null if none was seen")
        Instant beganAt,

        @Schema(description = "When the last finished run ended; null if none was seen")
        Instant endedAt,

        @Schema(description = "How long that run took, in milliseconds; null if none was seen")
        Long durationMs,

        @Schema(description = "When the next run is expected; null if that is not known")
        Instant nextAt,

        @Schema(
                description = "What is to be said of it; missed, too-fast, too-slow and failed raise an alert",
                required = true,
                enumeration = {"ok", "waiting", "running", "missed", "too-fast", "too-slow", "failed"})
        String verdict,

        @Schema(description = "The same as a sentence", required = true)
        String detail,

        @Schema(description = "How late a run may begin, in seconds", required = true)
        long startGraceSeconds,

        @Schema(description = "The shortest run that counts, in seconds; 0 if any does", required = true)
        long shortestSeconds,

        @Schema(description = "The longest run that is not taken for hanging, in seconds", required = true)
        long longestSeconds) {

    static ScheduleView of(Row row) {
        return new ScheduleView(
                row.getString("id"),
                row.getString("title"),
                row.getString("server"),
                row.getUUID("tenant_id"),
                row.getString("tenant_slug"),
                time(row, "began_at"),
                time(row, "ended_at"),
                row.getLong("duration_ms"),
                time(row, "next_at"),
                row.getString("verdict"),
                row.getString("detail"),
                row.getLong("start_grace_seconds"),
                row.getLong("shortest_seconds"),
                row.getLong("longest_seconds"));
    }

    private static Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
