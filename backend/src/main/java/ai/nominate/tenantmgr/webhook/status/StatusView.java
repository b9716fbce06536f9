package ai.nominate.tenantmgr.webhook.status;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A commit status, as an operator sees it. */
@Schema(name = "CommitStatus")
public record StatusView(
        @Schema(description = "The deployment that it reports", required = true)
        UUID deploymentId,

        @Schema(description = "The commit", required = true) String commit,

        @Schema(
                description = "The newest state of the deployment",
                required = true,
                enumeration = {"pending", "success", "failure"})
        String state,

        @Schema(description = "When the deployment got this state", required = true)
        Instant at,

        @Schema(
                description = "Whether the forge has it",
                required = true,
                enumeration = {"waiting", "sent", "failed"})
        String result,

        @Schema(description = "Tries so far, of at most 8", required = true)
        int tries,

        @Schema(description = "Why the last try failed, in a sentence; null if it did not")
        String detail) {
    static StatusView of(CommitStatus row) {
        return new StatusView(row.deploymentId, row.commitId, row.state, row.at, row.result, row.tries, row.detail);
    }
}
