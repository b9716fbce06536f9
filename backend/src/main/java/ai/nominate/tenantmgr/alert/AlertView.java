package ai.nominate.tenantmgr.alert;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that is or was wrong. */
@Schema(name = "Alert")
record AlertView(
        @Schema(description = "Alert id", required = true) UUID id,

        @Schema(description = "Kind, as rules choose by it", required = true, examples = "health")
        String kind,

        @Schema(
                description = "How bad it is",
                required = true,
                enumeration = {"warning", "critical"})
        String severity,

        @Schema(description = "What is wrong, in a few words", required = true)
        String title,

        @Schema(description = "The same as a sentence", required = true)
        String detail,

        @Schema(description = "Its tenant; null if it concerns the machine, or the tenant was deleted")
        UUID tenantId,

        @Schema(description = "The tenant's slug; null if it concerns the machine")
        String tenantSlug,

        @Schema(description = "The server", required = true) String server,

        @Schema(description = "When the trouble began", required = true)
        Instant beganAt,

        @Schema(description = "When it was first seen", required = true)
        Instant openedAt,

        @Schema(description = "When it was over; null while it is open")
        Instant endedAt,

        @Schema(description = "When somebody took it on; null if nobody did")
        Instant acknowledgedAt,

        @Schema(description = "Who did; null if nobody") String acknowledgedBy,

        @Schema(description = "Until when it was put off; null if it was not")
        Instant snoozedUntil,

        @Schema(description = "The alert of a mass failure that speaks for it; null if it speaks for itself")
        UUID foldedInto,

        @Schema(description = "Number of alerts that it speaks for", required = true)
        long folded,

        @Schema(description = "Messages about it, oldest first; only when one alert is asked for", required = true)
        List<DeliveryView> deliveries) {

    static AlertView of(Row row, List<DeliveryView> deliveries) {
        return new AlertView(
                row.getUUID("id"),
                row.getString("kind"),
                row.getString("severity"),
                row.getString("title"),
                row.getString("detail"),
                row.getUUID("tenant_id"),
                row.getString("tenant_slug"),
                row.getString("server"),
                time(row, "began_at"),
                time(row, "opened_at"),
                time(row, "ended_at"),
                time(row, "acknowledged_at"),
                row.getString("acknowledged_by"),
                time(row, "snoozed_until"),
                row.getUUID("folded_into"),
                row.getLong("folded"),
                deliveries);
    }

    private static Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
