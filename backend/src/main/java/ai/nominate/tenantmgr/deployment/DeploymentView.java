package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.run.RunSnapshot;
import ai.nominate.tenantmgr.run.engine.Failure;
import ai.nominate.tenantmgr.run.engine.LogLine;
import ai.nominate.tenantmgr.run.feed.StepView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One deployment. */
public record DeploymentView(
        @Schema(description = "Deployment id", required = true)
        UUID id,

        @Schema(description = "Tenant id", required = true) UUID tenantId,

        @Schema(
                description = "Kind of run",
                required = true,
                enumeration = {
                    "deploy",
                    "rollback",
                    "delete",
                    "restore",
                    "domain",
                    "start",
                    "stop",
                    "restart",
                    "command"
                })
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

        @Schema(
                description = "Version of the theme that visitors got with it; null before the switch, 0 for the "
                        + "application's own look")
        Integer themeVersion,

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

    static DeploymentView of(RunSnapshot run, Deployment row, List<LogLine> tail, Instant now) {
        return new DeploymentView(
                run.id(),
                run.subject().id(),
                run.kind(),
                run.status().id(),
                run.currentStep(),
                run.progressPercent(),
                run.steps(),
                row.commitId == null ? null : new ReleaseView(row.releaseId, row.ref, row.commitId, row.message),
                row.themeVersion,
                run.queuedAt(),
                run.startedAt(),
                run.finishedAt(),
                run.durationMs(now),
                run.actor(),
                run.reason(),
                run.failure(),
                tail);
    }

    public record ReleaseView(
            @Schema(description = "Release id, once the release exists")
            String id,

            @Schema(description = "The requested branch, tag or commit")
            String ref,

            @Schema(description = "The commit id, or the content hash of a directory source", required = true)
            String commit,

            @Schema(
                    description =
                            "The first line of the commit's message, cut at 200 characters; null for a directory source")
            String message) {}
}
