package ai.nominate.tenantmgr.control.maintenance;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's maintenance by hand. */
@Schema(name = "Maintenance")
public record MaintenanceView(
        @Schema(description = "What visitors read; null for the usual text")
        String message,

        @Schema(description = "When it began", required = true)
        Instant since,

        @Schema(description = "When it ends by itself; null if somebody ends it")
        Instant until,

        @Schema(description = "Who began it", required = true)
        String startedBy) {
    /** @param row may be null, then the view is, too */
    static MaintenanceView of(MaintenanceRow row) {
        return row == null ? null : new MaintenanceView(row.message, row.since, row.end, row.startedBy);
    }
}
