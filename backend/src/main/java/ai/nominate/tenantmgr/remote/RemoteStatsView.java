package ai.nominate.tenantmgr.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The statistics of an application. */
@Schema(name = "RemoteStats")
record RemoteStatsView(
        @Schema(
                description =
                        "The application's own answer: numbers, texts, truth values, lists and objects. Secrets are "
                                + "masked.",
                required = true)
        Map<String, Object> stats,

        @Schema(description = "When the application gave it", required = true)
        Instant at,

        @Schema(
                description = "Whether it is the last good answer, because the application could not be asked now",
                required = true)
        boolean stale,

        @Schema(description = "Why it could not be asked; null unless stale")
        RemoteFailureView failure) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Null if there was no good answer yet. */
    static RemoteStatsView of(Remembered last) {
        return last.isEmpty()
                ? null
                : new RemoteStatsView(stats(last.value()), last.at(), last.failure() != null, last.failure());
    }

    private static Map<String, Object> stats(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
