package ai.nominate.tenantmgr.log;

import ai.nominate.tenantmgr.event.feed.Chunk;
import ai.nominate.tenantmgr.event.feed.Feed;
import ai.nominate.tenantmgr.kernel.OwnServer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rows of the log. Batches are inserted one after the other, so that who has number 7 has all before it. */
@Singleton
class LogTable implements Feed<LogEntry> {
    static final String LOCK = "select pg_advisory_xact_lock(1702257006, 2)";
    private static final String INSERT = """
            insert into log_entry (at, level, source, server, logger, tenant_id, run_id, request_id, actor, method, path, status,
                duration_ms, text)
            select l.at, l.level, l.source, $2, l.logger,
                   coalesce(case when l.tenant ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' then l.tenant::uuid end,
                            (select id from tenant t where t.slug = l.tenant)),
                   l.run, l.request_id, l.actor, l.method, l.path, l.status, l.duration_ms, l.text
            from json_to_recordset($1::text::json) as l (at timestamptz, level text, source text, logger text, tenant text,
                 run uuid, request_id text, actor text, method text, path text, status integer, duration_ms integer, text text)
            order by l.at""";
    /** The sum before an entry decides, so that one entry is always read. */
    private static final String AFTER = """
            select *, seq = last as is_last from (
                select l.*, sum(octet_length(text)) over (order by seq) - octet_length(text) as before,
                       max(seq) over () as last
                from (select * from log_entry where seq > $1 order by seq limit $2) l) page
            where before < $3 order by seq""";

    private final Pool pool;
    private final OwnServer server;
    private final LogPartitions partitions;

    LogTable(Pool pool, OwnServer server, LogPartitions partitions) {
        this.pool = pool;
        this.server = server;
        this.partitions = partitions;
    }

    /** Stores a batch, all or nothing. */
    Uni<Void> insert(List<NewEntry> batch) {
        JsonArray entries = new JsonArray();
        batch.forEach(entry -> entries.add(entry.json()));
        Set<LocalDate> days = batch.stream()
                .map(entry -> LocalDate.ofInstant(entry.at(), ZoneOffset.UTC))
                .collect(Collectors.toCollection(TreeSet::new));
        return partitions
                .ensure(days)
                .chain(() -> pool.withTransaction(connection -> connection
                        .query(LOCK)
                        .execute()
                        .chain(() -> connection.preparedQuery(INSERT).execute(Tuple.of(entries.encode(), server.id())))
                        .replaceWithVoid()));
    }

    /** The number of the newest entry; 0 when there is none. */
    Uni<Long> newest() {
        return number("select coalesce(max(seq), 0) as n from log_entry");
    }

    @Override
    public Uni<Chunk<LogEntry>> after(long seq, int limit, int bytes) {
        return pool.preparedQuery(AFTER).execute(Tuple.of(seq, limit, bytes)).map(rows -> chunk(rows, limit));
    }

    private static Chunk<LogEntry> chunk(RowSet<Row> rows, int limit) {
        List<LogEntry> entries = new ArrayList<>();
        boolean isCut = rows.size() > 0;
        for (Row row : rows) {
            entries.add(entry(row));
            isCut &= !row.getBoolean("is_last");
        }
        return new Chunk<>(entries, isCut || entries.size() == limit);
    }

    @Override
    public long seq(LogEntry entry) {
        return entry.seq();
    }

    @Override
    public int bytes(LogEntry entry) {
        return entry.bytes();
    }

    /** Numbers of batches that failed belong to no entry. */
    @Override
    public Uni<Boolean> isLost(long from, long to) {
        return number("select coalesce(min(seq), 0) as n from log_entry").map(oldest -> oldest > from);
    }

    private Uni<Long> number(String query) {
        return pool.query(query).execute().map(rows -> rows.iterator().next().getLong("n"));
    }

    static LogEntry entry(Row row) {
        return new LogEntry(
                row.getLong("seq"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("level"),
                row.getString("source"),
                row.getInteger("server"),
                row.getString("logger"),
                row.getUUID("tenant_id"),
                row.getUUID("run_id"),
                row.getString("request_id"),
                row.getString("actor"),
                row.getString("method"),
                row.getString("path"),
                row.getInteger("status"),
                row.getInteger("duration_ms"),
                row.getString("text"));
    }
}
