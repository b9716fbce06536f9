package ai.nominate.tenantmgr.health;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Sums samples up: five minutes from samples, hours from five minutes. Only time that has passed is summed, each part again for a
 * while, so that results that were written late are counted. Any manager may do it; one at a time does.
 */
@Singleton
class RollUp {
    static final Duration SHORT = Duration.ofMinutes(5);
    static final Duration LONG = Duration.ofHours(1);
    /** How far back results may come late. */
    static final Duration LATE = Duration.ofMinutes(15);
    /** What is summed at once after the manager was away. */
    private static final Duration MOST = Duration.ofDays(2);

    private static final String TAKE = "select pg_try_advisory_xact_lock(1702257006, 4) as mine";
    private static final String UNTIL = "select until from health_rollup where step_seconds = $1";
    private static final String DONE = """
            insert into health_rollup (step_seconds, until) values ($1, $2)
            on conflict (step_seconds) do update set until = greatest(health_rollup.until, excluded.until)""";
    private static final String INTO = """
            insert into %s (tenant_id, at, kind, samples, warned, failed, unknown, timed, latency_sum_ms, latency_max_ms)
            %s
            on conflict (tenant_id, at, kind) do update set samples = excluded.samples, warned = excluded.warned,
                failed = excluded.failed, unknown = excluded.unknown, timed = excluded.timed,
                latency_sum_ms = excluded.latency_sum_ms, latency_max_ms = excluded.latency_max_ms""";
    private static final String FROM_SAMPLES = INTO.formatted("health_5m", """
            select tenant_id, date_bin('5 minutes', at, 'epoch'::timestamptz), kind, count(*),
                   count(*) filter (where verdict = 1), count(*) filter (where verdict = 2),
                   count(*) filter (where verdict = 3), count(latency_ms), coalesce(sum(latency_ms), 0), max(latency_ms)
            from health_sample where at >= $1 and at < $2 group by 1, 2, 3""");
    private static final String FROM_SUMS = INTO.formatted("health_1h", """
            select tenant_id, date_bin('1 hour', at, 'epoch'::timestamptz), kind, sum(samples), sum(warned), sum(failed),
                   sum(unknown), sum(timed), sum(latency_sum_ms), max(latency_max_ms)
            from health_5m where at >= $1 and at < $2 group by 1, 2, 3""");

    private final Pool pool;
    private final HealthPartitions partitions;

    RollUp(Pool pool, HealthPartitions partitions) {
        this.pool = pool;
        this.partitions = partitions;
    }

    Uni<Void> sum(Instant now) {
        return partitions
                .ensureSums(now.minus(MOST), now)
                .chain(() -> pool.withTransaction(connection -> connection
                        .query(TAKE)
                        .execute()
                        .flatMap(rows -> rows.iterator().next().getBoolean("mine")
                                ? sum(connection, FROM_SAMPLES, SHORT, LATE, now)
                                        .chain(() -> sum(connection, FROM_SUMS, LONG, LONG.plus(LATE), now))
                                : Uni.createFrom().voidItem())));
    }

    private static Uni<Void> sum(SqlConnection connection, String sql, Duration step, Duration late, Instant now) {
        int seconds = (int) step.toSeconds();
        Instant end = floor(now, step);
        return connection
                .preparedQuery(UNTIL)
                .execute(Tuple.of(seconds))
                .map(rows -> rows.size() == 0
                        ? end.minus(MOST)
                        : rows.iterator().next().getOffsetDateTime("until").toInstant())
                .flatMap(until -> {
                    if (!until.isBefore(end)) {
                        return Uni.createFrom().voidItem();
                    }
                    Instant oldest = floor(now.minus(MOST), step).plus(step);
                    Instant from = floor(until.minus(late), step);
                    return connection
                            .preparedQuery(sql)
                            .execute(Tuple.of(at(from.isBefore(oldest) ? oldest : from), at(end)))
                            .chain(() -> connection.preparedQuery(DONE).execute(Tuple.of(seconds, at(end))))
                            .replaceWithVoid();
                });
    }

    static Instant floor(Instant time, Duration step) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), step.toSeconds()) * step.toSeconds());
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
