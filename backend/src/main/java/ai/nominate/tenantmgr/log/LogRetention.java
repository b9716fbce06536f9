package ai.nominate.tenantmgr.log;

import ai.nominate.tenantmgr.settings.Settings;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Makes the tables of the next two days ahead, and drops those of days that are not kept any more. */
@ApplicationScoped
class LogRetention {
    private final LogPartitions partitions;
    private final Settings settings;
    private final Clock clock;

    LogRetention(LogPartitions partitions, Settings settings, Clock clock) {
        this.partitions = partitions;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keep() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return partitions
                .ensure(List.of(today, today.plusDays(1), today.plusDays(2)))
                .chain(() -> settings.get(LogSettings.RETENTION))
                .chain(days -> partitions.dropBefore(today.minusDays(days)))
                .replaceWithVoid();
    }
}
