package ai.nominate.tenantmgr.run.engine;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The failure of a run, and whether its changes were undone. */
@Schema(name = "RunFailure")
public record Failure(
        @Schema(description = "The step that failed", required = true)
        String step,

        @Schema(description = "Problem code; stable, for programs", required = true)
        String code,

        @Schema(description = "Description of the failure", required = true)
        String detail,

        @Schema(description = "Whether all changes of the run were undone", required = true)
        boolean undone,

        @Schema(description = "Last output lines of the program that failed", required = true)
        List<String> lastLines) {
    public Failure {
        lastLines = lastLines == null ? List.of() : List.copyOf(lastLines);
    }

    /** Says what stays although the run failed. */
    Failure stays(List<String> sentences) {
        return sentences.isEmpty()
                ? this
                : new Failure(step, code, detail + ". " + String.join(" ", sentences), false, lastLines);
    }

    Failure undone(boolean all) {
        return new Failure(step, code, detail, all, lastLines);
    }
}
