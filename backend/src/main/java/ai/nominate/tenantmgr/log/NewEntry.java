package ai.nominate.tenantmgr.log;

import ai.nominate.tenantmgr.web.AnsweredRequest;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry that waits to be stored.
 *
 * @param logger the name of the logger; null for a request
 * @param tenant id or slug of the tenant it is about; null if there is none
 * @param run the run it is about; null if there is none
 * @param request null for what the manager says
 */
record NewEntry(
        Instant at,
        LogLevel level,
        LogSource source,
        String logger,
        String tenant,
        UUID run,
        String requestId,
        AnsweredRequest request,
        String text) {
    private static final int OVERHEAD = 400;

    /** Its approximate size in memory, in bytes. */
    int bytes() {
        return OVERHEAD + 2 * text.length();
    }

    /** As the statement that inserts it reads it. */
    JsonObject json() {
        JsonObject json = new JsonObject()
                .put("at", at.toString())
                .put("level", level.id())
                .put("source", source.id())
                .put("logger", logger)
                .put("tenant", tenant)
                .put("run", run == null ? null : run.toString())
                .put("request_id", requestId)
                .put("text", text);
        return request == null
                ? json
                : json.put("actor", request.actor())
                        .put("method", request.method())
                        .put("path", request.path())
                        .put("status", request.status())
                        .put("duration_ms", request.durationMs());
    }
}
