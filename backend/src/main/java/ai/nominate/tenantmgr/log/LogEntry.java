package ai.nominate.tenantmgr.log;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One entry of the manager's log, or one of its requests. */
@Schema(name = "LogEntry")
record LogEntry(
        @Schema(description = "Number of the entry; later entries have higher ones", required = true)
        long seq,

        @Schema(description = "Time of the entry", required = true)
        Instant at,

        @Schema(
                description = "Level",
                required = true,
                enumeration = {"info", "warn", "error"})
        String level,

        @Schema(
                description = "What the manager logged, or a request to it",
                required = true,
                enumeration = {"manager", "request"})
        String source,

        @Schema(description = "Number of the server whose manager wrote it", required = true)
        int server,

        @Schema(description = "Logger; null for a request") String logger,

        @Schema(description = "Tenant id; null if no tenant is involved")
        UUID tenantId,

        @Schema(description = "Run id, which is also that of a deployment; null if no run is involved")
        UUID runId,

        @Schema(description = "Id of the request, as in its X-Request-Id header; null if there was none")
        String requestId,

        @Schema(description = "User or token that made the request; null if nobody was signed in")
        String actor,

        @Schema(description = "Method of the request") String method,

        @Schema(description = "Path of the request, without its query")
        String path,

        @Schema(description = "Status of the answer") Integer status,

        @Schema(description = "Duration of the request in milliseconds")
        Integer durationMs,

        @Schema(
                description = "Text, up to 8,000 characters; an exception follows in further lines. Secrets are masked",
                required = true)
        String text) {
    private static final int OVERHEAD = 400;

    /** Its approximate size in memory, in bytes. */
    int bytes() {
        return OVERHEAD + 2 * text.length();
    }
}
