package ai.nominate.tenantmgr.traffic;

import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.OwnServer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Adds requests to what is stored, and moves the position in the log, in one transaction: each request is counted once, also after a
 * crash. The hours are added to at the same time, so nothing has to be summed later.
 */
@ApplicationScoped
class TrafficTable {
    private static final String POSITION = "select file, byte_offset, until from traffic_position where server_id = $1";
    private static final String MOVE = """
            insert into traffic_position as p (server_id, file, byte_offset, until) values (:server, :file, :offset, :until)
            on conflict (server_id) do update
            set file = excluded.file, byte_offset = excluded.byte_offset, until = excluded.until
            where p.file = :beforeFile and p.byte_offset = :beforeOffset""";
    /** A slug may have been that of an earlier tenant. */
    private static final String ADD = """
            insert into %1$s as old (tenant_id, at, requests, client_errors, server_errors, bytes, times)
            select t.id, r.at, r.requests, r.client_errors, r.server_errors, r.bytes, r.times
            from json_to_recordset(cast(cast(:rows as text) as json)) as r(tenant text, at timestamptz, requests bigint,
                 client_errors bigint, server_errors bigint, bytes bigint, times integer[])
            join tenant t on t.slug = r.tenant and t.server_id = :server
            where r.at >= date_trunc('%2$s', t.created_at, 'UTC')
            order by t.id, r.at
            on conflict (tenant_id, at) do update set requests = old.requests + excluded.requests,
                client_errors = old.client_errors + excluded.client_errors,
                server_errors = old.server_errors + excluded.server_errors, bytes = old.bytes + excluded.bytes,
                times = array(select coalesce(sums.one, 0) + coalesce(sums.other, 0)
                              from unnest(old.times, excluded.times) with ordinality as sums(one, other, place) order by place)""";

    private static final String ADD_MINUTES = ADD.formatted("traffic_minute", "minute");
    private static final String ADD_HOURS = ADD.formatted("traffic_hour", "hour");

    private final Pool pool;
    private final OwnServer server;
    private final TrafficEvents events;

    TrafficTable(Pool pool, OwnServer server, TrafficEvents events) {
        this.pool = pool;
        this.server = server;
        this.events = events;
    }

    /** Up to where the log of this server is counted. */
    Uni<LogPosition> position() {
        return pool.preparedQuery(POSITION).execute(Tuple.of(server.id())).map(rows -> {
            RowIterator<Row> found = rows.iterator();
            if (!found.hasNext()) {
                return LogPosition.NONE;
            }
            Row row = found.next();
            return new LogPosition(
                    row.getLong("file"),
                    row.getLong("byte_offset"),
                    row.getOffsetDateTime("until").toInstant());
        });
    }

    /** In the caller's transaction. Fails with {@link PermitLost} if the log was counted from there before. */
    Uni<Void> add(LogPosition from, TrafficLog.Read read) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(MOVE)
                        .setParameter("server", server.id())
                        .setParameter("file", read.end().file())
                        .setParameter("offset", read.end().offset())
                        .setParameter("until", read.end().until())
                        .setParameter("beforeFile", from.file())
                        .setParameter("beforeOffset", from.offset())
                        .executeUpdate())
                .invoke(moved -> {
                    if (moved == 0) {
                        throw new PermitLost("another manager has counted the requests");
                    }
                })
                .chain(() -> rows(ADD_MINUTES, read.part().minutes))
                .chain(() -> rows(ADD_HOURS, read.part().hours))
                .chain(() -> read.part().minutes.isEmpty() ? Uni.createFrom().voidItem() : events.counted(from, read));
    }

    private Uni<Void> rows(String sql, Tallies tallies) {
        return tallies.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(sql)
                                .setParameter("rows", tallies.rows().encode())
                                .setParameter("server", server.id())
                                .executeUpdate())
                        .replaceWithVoid();
    }
}
