package ai.nominate.tenantmgr.renewal;

import ai.nominate.tenantmgr.run.RunSnapshot;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The last renewal of a tenant, by schedule or on request. */
@Schema(name = "RenewalView")
record RenewalView(
        @Schema(description = "Its run, at /api/runs/{id}", required = true)
        UUID runId,

        @Schema(
                description = "Its status",
                required = true,
                type = SchemaType.STRING,
                enumeration = {"queued", "running", "succeeded", "failed", "cancelled"})
        String status,

        @Schema(description = "When it was queued", required = true)
        Instant queuedAt,

        @Schema(description = "When it ended; null while it is active")
        Instant finishedAt,

        @Schema(description = "Why it failed; null if it did not")
        String detail) {
    /** @param run null if there was none */
    static RenewalView of(RunSnapshot run) {
        return run == null
                ? null
                : new RenewalView(
                        run.id(),
                        run.status().id(),
                        run.queuedAt(),
                        run.finishedAt(),
                        run.failure() == null ? null : run.failure().detail());
    }
}
