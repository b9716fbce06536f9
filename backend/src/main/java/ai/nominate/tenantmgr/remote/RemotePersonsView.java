package ai.nominate.tenantmgr.remote;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many persons an application knows. */
@Schema(name = "RemotePersons")
record RemotePersonsView(
        @Schema(description = "The number of persons", required = true, minimum = "0")
        long count,

        @Schema(description = "When the application gave it", required = true)
        Instant at,

        @Schema(
                description = "Whether it is the last good answer, because the application could not be asked now",
                required = true)
        boolean stale,

        @Schema(description = "Why it could not be asked; null unless stale")
        RemoteFailureView failure) {
    /** Null if there was no good answer yet. */
    static RemotePersonsView of(Remembered last) {
        return last.isEmpty()
                ? null
                : new RemotePersonsView(
                        Long.parseLong(last.value()), last.at(), last.failure() != null, last.failure());
    }
}
