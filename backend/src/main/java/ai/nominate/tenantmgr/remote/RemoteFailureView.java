package ai.nominate.tenantmgr.remote;

import ai.nominate.tenantmgr.kernel.ProblemException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the last attempt to ask an application failed. */
@Schema(name = "RemoteFailure")
record RemoteFailureView(
        @Schema(description = "Code of the problem", required = true, examples = "remote.timed-out")
        String code,

        @Schema(description = "The problem in words", required = true)
        String title,

        @Schema(description = "Details of this occurrence", required = true)
        String detail,

        @Schema(description = "Time of the attempt", required = true)
        Instant at) {
    static RemoteFailureView of(ProblemException e, Instant at) {
        return new RemoteFailureView(e.problem().code(), e.problem().type().title(), e.getMessage(), at);
    }
}
