package ai.nominate.tenantmgr.run;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One run of any kind. */
@Schema(name = "Run")
public record RunView(
        @Schema(description = "Its id", required = true) UUID id,

        @Schema(description = "The tenant it acts on") UUID tenantId,

        @Schema(description = "What it does", required = true, examples = "deploy")
        String kind,

        @Schema(
                description = "Its state",
                required = true,
                enumeration = {"queued", "running", "succeeded", "failed", "cancelled"})
        String status,

        @Schema(description = "The step that is running") String currentStep,

        @Schema(description = "Completed steps, weighed by their usual duration, 0 to 100", required = true)
        int progressPercent,

        @Schema(description = "Every step in order", required = true)
        List<StepView> steps,

        @Schema(description = "When it was requested", required = true)
        Instant queuedAt,

        @Schema(description = "When it started") Instant startedAt,
        @Schema(description = "When it ended") Instant finishedAt,

        @Schema(description = "The time from start to end, or until now")
        Long durationMs,

        @Schema(description = "The user or token that requested it", required = true)
        String actor,

        @Schema(description = "The reason given with the request")
        String reason,

        @Schema(description = "The failure, if it failed") Failure failure,

        @Schema(description = "The last lines of the log, at most 20; empty in a list", required = true)
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
