package ai.nominate.tenantmgr.run;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a run failed, and whether its changes were undone. */
@Schema(name = "RunFailure")
public record Failure(
        @Schema(description = "The step that failed", required = true)
        String step,

        @Schema(description = "Stable name of the reason, for programs", required = true)
        String code,

        @Schema(description = "The reason, in words", required = true)
        String detail,

        @Schema(description = "Whether every change of the run was undone", required = true)
        boolean undone,

        @Schema(description = "The last lines of the program that failed", required = true)
        List<String> lastLines) {
    public Failure {
        lastLines = lastLines == null ? List.of() : List.copyOf(lastLines);
    }

    Failure undone(boolean all) {
        return new Failure(step, code, detail, all, lastLines);
    }
}
