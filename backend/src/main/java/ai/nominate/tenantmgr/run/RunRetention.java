package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.run.feed.RunLogPruning;
import ai.nominate.tenantmgr.settings.Settings;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Removes the logs of runs that ended more days ago than the setting permits. */
@ApplicationScoped
class RunRetention {
    private final RunLogPruning pruning;
    private final Settings settings;
    private final Clock clock;

    RunRetention(RunLogPruning pruning, Settings settings, Clock clock) {
        this.pruning = pruning;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> prune() {
        return settings.get(RunSettings.LOG_RETENTION)
                .flatMap(days -> pruning.prune(clock.instant().minus(Duration.ofDays(days))))
                .replaceWithVoid();
    }
}
