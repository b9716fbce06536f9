package ai.nominate.tenantmgr.overview;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The requests of visitors in the last minute that each server has counted. */
@ApplicationScoped
class LastMinutes {
    private static final String READ = """
            select distinct on (t.server_id) t.server_id, m.at, sum(m.requests)::bigint as requests,
                   sum(m.server_errors)::bigint as server_errors
            from tenant t cross join lateral (
                select at, requests, server_errors from traffic_minute
                where tenant_id = t.id and at > now() - interval '150 seconds' order by at desc limit 1) m
            where $1::uuid[] is null or t.id = any($1)
            group by t.server_id, m.at order by t.server_id, m.at desc""";

    private final Pool pool;

    LastMinutes(Pool pool) {
        this.pool = pool;
    }

    /** @param seen the tenants that the caller may access; null for all */
    Uni<List<OverviewView.Minute>> of(UUID[] seen) {
        return pool.preparedQuery(READ)
                .execute(Tuple.tuple().addArrayOfUUID(seen))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(LastMinutes::minute)
                        .toList());
    }

    private static OverviewView.Minute minute(Row row) {
        return new OverviewView.Minute(
                row.getShort("server_id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getLong("requests"),
                row.getLong("server_errors"));
    }
}
