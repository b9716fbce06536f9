package ai.nominate.tenantmgr.log;

import ai.nominate.tenantmgr.schedule.RecurringTask;
import ai.nominate.tenantmgr.schedule.ScheduleBook;
import ai.nominate.tenantmgr.settings.Settings;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Makes the tables of the next two days ahead, and drops those of days that are not kept any more. */
@Startup
@ApplicationScoped
class LogRetention {
    private final LogPartitions partitions;
    private final Settings settings;
    private final Clock clock;
    private final RecurringTask task;

    LogRetention(LogPartitions partitions, Settings settings, Clock clock, ScheduleBook schedules) {
        this.partitions = partitions;
        this.settings = settings;
        this.clock = clock;
        this.task = schedules.register(
                "log.keeping", "Partitions of the manager's log", Duration.ofHours(1), Duration.ofMinutes(10));
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keep() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return task.run(() -> partitions
                .ensure(List.of(today, today.plusDays(1), today.plusDays(2)))
                .chain(() -> settings.get(LogSettings.RETENTION))
                .chain(days -> partitions.dropBefore(today.minusDays(days)))
                .replaceWithVoid());
    }
}
