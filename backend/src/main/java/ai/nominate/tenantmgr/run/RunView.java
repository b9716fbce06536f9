package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.run.engine.Failure;
import ai.nominate.tenantmgr.run.engine.LogLine;
import ai.nominate.tenantmgr.run.feed.StepView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One run of any kind. */
@Schema(name = "Run")
public record RunView(
        @Schema(description = "Run id", required = true) UUID id,

        @Schema(description = "Tenant id") UUID tenantId,

        @Schema(description = "Kind of run", required = true, examples = "deploy")
        String kind,

        @Schema(
                description = "Status",
                required = true,
                enumeration = {"queued", "running", "succeeded", "failed", "cancelled"})
        String status,

        @Schema(description = "The running step") String currentStep,

        @Schema(description = "Progress, 0 to 100; steps are weighted by their usual duration", required = true)
        int progressPercent,

        @Schema(description = "All steps in order", required = true)
        List<StepView> steps,

        @Schema(description = "Time of the request", required = true)
        Instant queuedAt,

        @Schema(description = "Start time") Instant startedAt,
        @Schema(description = "End time") Instant finishedAt,

        @Schema(description = "Duration in milliseconds; up to now while it runs")
        Long durationMs,

        @Schema(description = "User or token that requested it", required = true)
        String actor,

        @Schema(description = "Reason given with the request")
        String reason,

        @Schema(description = "The failure; null unless the run failed or was cancelled")
        Failure failure,

        @Schema(description = "The last 20 lines of the log; empty in a list", required = true)
        List<LogLine> logTail) {

    static RunView of(RunSnapshot run, List<LogLine> tail, Instant now) {
        return new RunView(
                run.id(),
                run.subject().id(),
                run.kind(),
                run.status().id(),
                run.currentStep(),
                run.progressPercent(),
                run.steps(),
                run.queuedAt(),
                run.startedAt(),
                run.finishedAt(),
                run.durationMs(now),
                run.actor(),
                run.reason(),
                run.failure(),
                tail);
    }
}
