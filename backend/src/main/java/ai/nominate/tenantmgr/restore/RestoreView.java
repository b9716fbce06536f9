package ai.nominate.tenantmgr.restore;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A restore of a tenant. */
@Schema(name = "Restore")
record RestoreView(
        @Schema(description = "Its run", required = true)
        UUID runId,

        @Schema(description = "The backup", required = true)
        UUID backupId,

        @Schema(description = "How it was restored: in-place", required = true)
        String mode,

        @Schema(
                description =
                        "done: what it replaced is kept; final: it is not any more; failed: everything is as it was before it",
                required = true,
                type = SchemaType.STRING,
                enumeration = {"running", "done", "failed", "undone", "final"})
        String state,

        @Schema(description = "When it was requested", required = true)
        Instant at,

        @Schema(description = "Until when it can be undone; null if it cannot")
        Instant undoUntil,

        @Schema(description = "When it was undone; null if it was not")
        Instant undoneAt) {
    static RestoreView of(RestoreRow row) {
        boolean isUndoable = row.state.equals(RestoreRow.DONE) && row.releaseBefore != null;
        return new RestoreView(
                row.runId,
                row.backupId,
                "in-place",
                row.state,
                row.requestedAt,
                isUndoable ? row.undoUntil : null,
                row.undoneAt);
    }
}
