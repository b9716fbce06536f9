package ai.nominate.tenantmgr.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * When a schedule was last followed, and when the next run is expected.
 *
 * @param id stable; with the server it names the schedule: {@code health.checks}, {@code cron/<tenant>/<entry>}
 * @param title for people: {@code Health checks}
 * @param tenant its tenant; null if it has none
 * @param slug the tenant's slug; null if it has none
 * @param labels the tenant's labels
 * @param last the last runs
 * @param due when the next run has to begin at the latest, without grace; null if none is expected now
 * @param next when it is expected to begin; null if that is not known
 */
public record ScheduleState(
        String id,
        String title,
        UUID tenant,
        String slug,
        List<String> labels,
        LastRuns last,
        Instant due,
        Instant next,
        Expectation expectation) {

    /**
     * @param began when the last run began; null if none ever did
     * @param ended when the last finished run ended; null if none ever did
     * @param took how long that one took; null if none ever ended
     * @param failure why that one failed; null if it did not
     */
    public record LastRuns(Instant began, Instant ended, Duration took, String failure) {
        public static final LastRuns NONE = new LastRuns(null, null, null, null);

        boolean isRunning() {
            return began != null && (ended == null || ended.isBefore(began));
        }
    }
}
