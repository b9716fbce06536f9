package ai.nominate.tenantmgr.traffic;

import ai.nominate.tenantmgr.series.DayPartitions;
import ai.nominate.tenantmgr.settings.Settings;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** The days of minutes, and what is kept. */
@ApplicationScoped
class TrafficDays {
    private static final String PRUNE = "delete from traffic_hour where at < $1";

    private final DayPartitions minutes;
    private final Pool pool;
    private final Settings settings;
    private final Clock clock;

    TrafficDays(Pool pool, Settings settings, Clock clock) {
        this.minutes = new DayPartitions(pool, "traffic_minute");
        this.pool = pool;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes those days that do not exist. */
    Uni<Void> ensure(Collection<LocalDate> days) {
        return minutes.ensure(days);
    }

    /** Makes the next days, and removes what is not kept any more. */
    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keep() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return minutes.ensure(List.of(today, today.plusDays(1), today.plusDays(2)))
                .chain(() -> settings.get(TrafficSettings.MINUTE_DAYS))
                .flatMap(days -> minutes.dropBefore(today.minusDays(days)))
                .chain(() -> settings.get(TrafficSettings.HOUR_DAYS))
                .flatMap(days -> pool.preparedQuery(PRUNE)
                        .execute(Tuple.of(now.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }
}
