package ai.nominate.tenantmgr.health;

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
import java.time.Instant;
import java.time.ZoneOffset;

/** Sums results up in time, and removes what is not kept any more. */
@Startup
@ApplicationScoped
class HealthKeeping {
    private static final String PRUNE = "delete from health_1h where at < $1";
    private static final String PRUNE_INCIDENTS = "delete from health_incident where ended_at < $1";

    private final RollUp rollUp;
    private final HealthPartitions partitions;
    private final Pool pool;
    private final Settings settings;
    private final Clock clock;
    private final RecurringTask sums;
    private final RecurringTask keeping;

    HealthKeeping(
            RollUp rollUp,
            HealthPartitions partitions,
            Pool pool,
            Settings settings,
            Clock clock,
            ScheduleBook schedules) {
        this.rollUp = rollUp;
        this.partitions = partitions;
        this.pool = pool;
        this.settings = settings;
        this.clock = clock;
        this.sums = schedules.register(
                "health.sums", "Sums of health checks", Duration.ofMinutes(1), Duration.ofMinutes(5));
        this.keeping = schedules.register(
                "health.keeping", "Partitions of health checks", Duration.ofHours(1), Duration.ofMinutes(10));
    }

    @Scheduled(every = "1m", delayed = "40s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sum() {
        return sums.run(() -> rollUp.sum(clock.instant()));
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keep() {
        Instant now = clock.instant();
        return keeping.run(() -> settings.get(HealthSettings.SAMPLE_DAYS)
                .flatMap(samples -> settings.get(HealthSettings.FIVE_MINUTE_DAYS)
                        .flatMap(sums -> partitions.keep(now, samples, sums)))
                .chain(() -> settings.get(HealthSettings.HOUR_DAYS))
                .flatMap(days -> prune(PRUNE, now, days).chain(() -> prune(PRUNE_INCIDENTS, now, days))));
    }

    private Uni<Void> prune(String sql, Instant now, int days) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(now.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
