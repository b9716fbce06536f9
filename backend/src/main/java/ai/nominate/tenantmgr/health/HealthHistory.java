package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import ai.nominate.tenantmgr.series.HistoryQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The history of a tenant's checks: from sums where there are any, and from samples where time has not been summed yet. */
@ApplicationScoped
class HealthHistory {
    private static final String READ = """
            with edge as (
                select coalesce((select until from health_rollup where step_seconds = 300), '-infinity') as short,
                       coalesce((select until from health_rollup where step_seconds = 3600), '-infinity') as long),
            part as (
                select kind, at, samples, warned, failed, unknown, timed, latency_sum_ms, latency_max_ms
                from health_1h, edge
                where $4 >= 3600 and tenant_id = $1 and at >= $2 and at < least($3, long)
                union all
                select kind, at, samples, warned, failed, unknown, timed, latency_sum_ms, latency_max_ms
                from health_5m, edge
                where $4 >= 300 and tenant_id = $1 and at < least($3, short)
                  and at >= case when $4 >= 3600 then greatest($2, long) else $2 end
                union all
                select kind, at, 1, (verdict = 1)::int, (verdict = 2)::int, (verdict = 3)::int, (latency_ms is not null)::int,
                       coalesce(latency_ms, 0), latency_ms
                from health_sample, edge
                where tenant_id = $1 and at < $3 and at >= case when $4 >= 300 then greatest($2, short) else $2 end)
            select kind, to_timestamp(floor(extract(epoch from at) / $4) * $4) as start, sum(samples)::bigint as samples,
                   sum(warned)::bigint as warned, sum(failed)::bigint as failed, sum(unknown)::bigint as unknown,
                   (sum(latency_sum_ms) / nullif(sum(timed), 0))::int as average, max(latency_max_ms) as longest
            from part group by kind, start order by kind, start""";

    private final Pool pool;

    HealthHistory(Pool pool) {
        this.pool = pool;
    }

    Uni<HealthHistoryView> read(UUID tenant, HistoryQuery query) {
        Tuple asked = Tuple.of(
                tenant,
                query.from().atOffset(ZoneOffset.UTC),
                query.to().atOffset(ZoneOffset.UTC),
                query.step().seconds());
        return pool.preparedQuery(READ).execute(asked).map(rows -> {
            Map<CheckKind, List<HealthHistoryView.Bucket>> byKind = new LinkedHashMap<>();
            rows.forEach(row -> byKind.computeIfAbsent(CheckKind.of(row.getShort("kind")), kind -> new ArrayList<>())
                    .add(bucket(row)));
            return HealthHistoryView.of(query, byKind);
        });
    }

    private static HealthHistoryView.Bucket bucket(Row row) {
        return new HealthHistoryView.Bucket(
                row.getOffsetDateTime("start").toInstant(),
                row.getLong("samples"),
                row.getLong("warned"),
                row.getLong("failed"),
                row.getLong("unknown"),
                row.getInteger("average"),
                row.getInteger("longest"));
    }
}
