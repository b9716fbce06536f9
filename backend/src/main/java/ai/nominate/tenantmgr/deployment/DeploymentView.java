package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.run.Failure;
import ai.nominate.tenantmgr.run.LogLine;
import ai.nominate.tenantmgr.run.RunSnapshot;
import ai.nominate.tenantmgr.run.StepView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One deployment. */
public record DeploymentView(
        @Schema(description = "Its id", required = true) UUID id,

        @Schema(description = "The tenant that is deployed", required = true)
        UUID tenantId,

        @Schema(
                description = "What it does",
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
                description = "Where it stands",
                required = true,
                enumeration = {"queued", "running", "succeeded", "failed", "cancelled"})
        String status,

        @Schema(description = "The step that is under way") String currentStep,

        @Schema(description = "Finished steps by the time they usually take, 0 to 100", required = true)
        int progressPercent,

        @Schema(description = "Every step in order", required = true)
        List<StepView> steps,

        @Schema(description = "What is deployed, as soon as it is known")
        ReleaseView release,

        @Schema(description = "When it was asked for", required = true)
        Instant queuedAt,

        @Schema(description = "When it began") Instant startedAt,
        @Schema(description = "When it ended") Instant finishedAt,

        @Schema(description = "How long it took, or takes until now")
        Long durationMs,

        @Schema(description = "Who asked for it", required = true)
        String actor,

        @Schema(description = "Why it was asked for") String reason,

        @Schema(description = "What went wrong, when something did")
        Failure failure,

        @Schema(description = "The last lines of the log, at most 20", required = true)
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
                row.commitId == null ? null : new ReleaseView(row.releaseId, row.ref, row.commitId),
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
            @Schema(description = "The release, once it is there")
            String id,

            @Schema(description = "The branch, tag or commit that was asked for")
            String ref,

            @Schema(description = "The commit, or the hash of a directory's content", required = true)
            String commit) {}
}
