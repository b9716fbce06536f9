package ai.nominate.tenantmgr.remote;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an application answered to an act. */
@Schema(name = "RemoteResult")
record RemoteResultView(
        @Schema(description = "Status of its answer", required = true, examples = "200")
        int status,

        @Schema(description = "How long it took, in milliseconds", required = true)
        long tookMs,

        @Schema(
                description = "Type of its answer; empty if it named none",
                required = true,
                examples = "application/json")
        String contentType,

        @Schema(description = "Length of its answer in bytes, as far as it was read", required = true)
        long bytes,

        @Schema(
                description = "The last lines of its answer, at most 40, with secrets masked; the last line alone of a "
                        + "backup",
                required = true)
        List<String> output,

        @Schema(description = "Whether more was answered than is shown", required = true)
        boolean truncated) {
    static RemoteResultView of(Told told) {
        return new RemoteResultView(
                told.status(), told.tookMs(), told.contentType(), told.bytes(), told.output(), told.isCut());
    }
}
