package ai.nominate.tenantmgr.run.feed;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

public record StepView(
        @Schema(description = "Step id; stable", required = true, examples = "verify-health")
        String id,

        @Schema(description = "Title", required = true) String title,

        @Schema(
                description = "Status",
                required = true,
                enumeration = {"pending", "running", "done", "skipped", "failed", "undone"})
        String status,

        @Schema(description = "Start time") Instant startedAt,
        @Schema(description = "Duration in milliseconds") Long durationMs,

        @Schema(description = "Result of the step, or the reason it failed")
        String detail) {}
