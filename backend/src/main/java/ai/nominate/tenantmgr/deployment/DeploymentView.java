package ai.nominate.tenantmgr.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One run of the pipeline. */
public record DeploymentView(
        @Schema(description = "Deployment id", required = true)
        UUID id,

        @Schema(description = "Tenant id", required = true) UUID tenantId,

        @Schema(
                description = "Kind of run",
                required = true,
                enumeration = {"deploy", "rollback", "delete", "restore"})
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

        @Schema(description = "The release, once pinned") ReleaseView release,

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

        @Schema(description = "The last 20 lines of the log", required = true)
        List<LogLine> logTail) {

    static DeploymentView of(Deployment row, List<DeploymentStep> steps, List<LogLine> tail, Instant now) {
        return new DeploymentView(
                row.id,
                row.tenantId,
                row.kind,
                row.status,
                row.currentStep,
                row.progressPercent,
                steps.stream().map(StepView::of).toList(),
                row.commitId == null ? null : new ReleaseView(row.releaseId, row.ref, row.commitId),
                row.queuedAt,
                row.startedAt,
                row.finishedAt,
                duration(row, now),
                row.actor,
                row.reason,
                row.failure,
                tail);
    }

    private static Long duration(Deployment row, Instant now) {
        return row.startedAt == null
                ? null
                : Duration.between(row.startedAt, row.finishedAt == null ? now : row.finishedAt)
                        .toMillis();
    }

    public record ReleaseView(
            @Schema(description = "Release id, once the release exists")
            String id,

            @Schema(description = "The requested branch, tag or commit")
            String ref,

            @Schema(description = "The commit id, or the content hash of a directory source", required = true)
            String commit) {}
}
