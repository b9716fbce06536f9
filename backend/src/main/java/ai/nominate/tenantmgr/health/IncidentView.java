package ai.nominate.tenantmgr.health;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A time in which a check was not healthy. */
@Schema(name = "Incident")
record IncidentView(
        @Schema(description = "Incident id", required = true)
        UUID id,

        @Schema(
                description = "The check",
                required = true,
                enumeration = {"frontend", "backend", "service", "database", "disk", "certificate"})
        String kind,

        @Schema(
                description = "The worst health during it",
                required = true,
                enumeration = {"degraded", "unhealthy"})
        String health,

        @Schema(description = "Begin", required = true) Instant beganAt,

        @Schema(description = "End; null if it has not ended")
        Instant endedAt,

        @Schema(description = "The result with which it began, in words", required = true)
        String cause) {

    static IncidentView of(Row row) {
        OffsetDateTime end = row.getOffsetDateTime("ended_at");
        return new IncidentView(
                row.getUUID("id"),
                row.getString("kind"),
                row.getString("health"),
                row.getOffsetDateTime("began_at").toInstant(),
                end == null ? null : end.toInstant(),
                row.getString("cause"));
    }
}
