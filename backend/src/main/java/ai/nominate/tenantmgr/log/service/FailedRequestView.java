package ai.nominate.tenantmgr.log.service;

import ai.nominate.tenantmgr.nginx.FailedRequest;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One request of a visitor. */
@Schema(name = "FailedRequest")
record FailedRequestView(
        @Schema(description = "Time of the answer", required = true)
        Instant at,

        @Schema(description = "Method", required = true) String method,

        @Schema(description = "Host name that was asked for", required = true)
        String host,

        @Schema(description = "Path, without its query", required = true)
        String path,

        @Schema(description = "Status of the answer, 500 to 599", required = true)
        int status,

        @Schema(description = "Duration in milliseconds", required = true)
        int durationMs,

        @Schema(description = "Slot that was live; null if none was")
        String slot,

        @Schema(description = "Service that was asked; null if none was")
        String service,

        @Schema(description = "Request id, as the application got it in X-Request-Id", required = true)
        String requestId) {
    static FailedRequestView of(FailedRequest request) {
        return new FailedRequestView(
                request.at(),
                request.method(),
                request.host(),
                request.path(),
                request.status(),
                request.durationMs(),
                request.slot(),
                request.service(),
                request.requestId());
    }
}
