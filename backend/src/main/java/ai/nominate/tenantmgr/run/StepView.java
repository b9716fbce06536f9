package ai.nominate.tenantmgr.run;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

public record StepView(
        @Schema(description = "Its stable name", required = true, examples = "verify-health")
        String id,

        @Schema(description = "What it does, for people", required = true)
        String title,

        @Schema(
                description = "Where it stands",
                required = true,
                enumeration = {"pending", "running", "done", "skipped", "failed", "undone"})
        String status,

        @Schema(description = "When it began") Instant startedAt,
        @Schema(description = "How long it took") Long durationMs,

        @Schema(description = "What it did, or why it failed")
        String detail) {

    static StepView of(RunStepRow step) {
        return new StepView(step.id, step.title, step.status, step.startedAt, step.durationMs, step.detail);
    }
}
