package ai.nominate.tenantmgr.alert;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message and what came of it. */
@Schema(name = "AlertDelivery")
record DeliveryView(
        @Schema(description = "Id of the message, the same in each try", required = true)
        UUID id,

        @Schema(description = "The alert; null for a test") UUID alertId,

        @Schema(description = "The alert's title; null for a test")
        String alertTitle,

        @Schema(description = "Channel id", required = true) UUID channelId,

        @Schema(description = "Name of the channel", required = true)
        String channelName,

        @Schema(
                description = "What it says",
                required = true,
                enumeration = {"opened", "reminder", "over", "test"})
        String phase,

        @Schema(
                description = "What came of it; dropped: it was not needed any more",
                required = true,
                enumeration = {"waiting", "sent", "failed", "dropped"})
        String state,

        @Schema(description = "Number of tries", required = true)
        int tries,

        @Schema(description = "Why it was dropped, or why the last try failed; null if neither")
        String detail,

        @Schema(description = "When it was planned", required = true)
        Instant createdAt,

        @Schema(description = "When it is tried next; null if it is not tried any more")
        Instant dueAt,

        @Schema(description = "When it was sent, given up or dropped; null while it waits")
        Instant endedAt) {

    static DeliveryView of(Row row) {
        boolean isWaiting = "waiting".equals(row.getString("state"));
        return new DeliveryView(
                row.getUUID("id"),
                row.getUUID("alert_id"),
                row.getString("title"),
                row.getUUID("channel_id"),
                row.getString("channel_name"),
                row.getString("phase"),
                row.getString("state"),
                row.getInteger("tries"),
                row.getString("detail"),
                time(row, "created_at"),
                isWaiting ? time(row, "due_at") : null,
                time(row, "ended_at"));
    }

    private static Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
