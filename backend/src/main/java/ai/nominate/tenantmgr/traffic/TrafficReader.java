package ai.nominate.tenantmgr.traffic;

import ai.nominate.tenantmgr.series.HistoryQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads the requests to a tenant: from minutes for steps under an hour, else from hours. */
@ApplicationScoped
class TrafficReader {
    private static final String READ = """
            with part as (
                select to_timestamp(floor(extract(epoch from at) / $4::int) * $4::int) as start, m.* from traffic_minute m
                where $4 < 3600 and tenant_id = $1 and at >= $2 and at < $3
                union all
                select to_timestamp(floor(extract(epoch from at) / $4::int) * $4::int) as start, h.* from traffic_hour h
                where $4 >= 3600 and tenant_id = $1 and at >= $2 and at < $3),
            counted as (
                select start, place, sum(n)::bigint as n from part, unnest(times) with ordinality as u(n, place) group by 1, 2),
            scale as (select start, array_agg(n order by place) as times from counted group by start)
            select start, sum(requests)::bigint as requests, sum(client_errors)::bigint as client_errors,
                   sum(server_errors)::bigint as server_errors, sum(bytes)::bigint as bytes,
                   (select s.times from scale s where s.start = part.start) as times
            from part group by start order by start""";

    private final Pool pool;

    TrafficReader(Pool pool) {
        this.pool = pool;
    }

    Uni<TrafficView> read(UUID tenant, HistoryQuery query) {
        Tuple asked = Tuple.of(
                tenant,
                query.from().atOffset(ZoneOffset.UTC),
                query.to().atOffset(ZoneOffset.UTC),
                query.step().seconds());
        return pool.preparedQuery(READ)
                .execute(asked)
                .map(rows -> TrafficView.of(
                        query,
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(TrafficReader::step)
                                .toList()));
    }

    private static TrafficStep step(Row row) {
        Long[] times = row.getArrayOfLongs("times");
        long[] counts = new long[times == null ? 0 : times.length];
        for (int place = 0; place < counts.length; place++) {
            counts[place] = times[place];
        }
        return new TrafficStep(
                row.getOffsetDateTime("start").toInstant(),
                row.getLong("requests"),
                row.getLong("client_errors"),
                row.getLong("server_errors"),
                row.getLong("bytes"),
                counts);
    }
}
