package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.alert.finding.AlertSettings;
import ai.nominate.tenantmgr.schedule.RecurringTask;
import ai.nominate.tenantmgr.schedule.ScheduleBook;
import ai.nominate.tenantmgr.settings.Settings;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** Removes past alerts that are not kept any more, with their messages, and old test messages. */
@Startup
@ApplicationScoped
class AlertKeeping {
    private static final String ALERTS = "delete from alert where ended_at < $1";
    private static final String TESTS = "delete from alert_delivery where phase = 'test' and created_at < $1";

    private final Pool pool;
    private final Settings settings;
    private final Clock clock;
    private final RecurringTask task;

    AlertKeeping(Pool pool, Settings settings, Clock clock, ScheduleBook schedules) {
        this.pool = pool;
        this.settings = settings;
        this.clock = clock;
        this.task = schedules.register(
                "alerts.keeping", "Removal of past alerts", Duration.ofHours(1), Duration.ofMinutes(5));
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keep() {
        return task.run(() -> settings.get(AlertSettings.DAYS)
                .map(days ->
                        Tuple.of(clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC)))
                .call(before -> pool.preparedQuery(ALERTS).execute(before))
                .call(before -> pool.preparedQuery(TESTS).execute(before))
                .replaceWithVoid());
    }
}
