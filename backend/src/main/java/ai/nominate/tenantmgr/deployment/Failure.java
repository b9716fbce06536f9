package ai.nominate.tenantmgr.deployment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What went wrong in a run, and whether all was put back. */
@Schema(name = "DeploymentFailure")
public record Failure(
        @Schema(description = "The step that failed", required = true)
        String step,

        @Schema(description = "Stable name of the reason, for programs", required = true)
        String code,

        @Schema(description = "What was wrong, in words", required = true)
        String detail,

        @Schema(description = "Whether everything was put back", required = true)
        boolean undone,

        @Schema(description = "The last lines of the program that failed", required = true)
        List<String> lastLines) {
    public Failure {
        lastLines = lastLines == null ? List.of() : List.copyOf(lastLines);
    }

    Failure putBack(boolean all) {
        return new Failure(step, code, detail, all, lastLines);
    }
}
