package ai.nominate.tenantmgr.event;

import ai.nominate.tenantmgr.event.feed.Chunk;
import ai.nominate.tenantmgr.event.feed.Feed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The rows of the outbox. The newest is never removed, so that the oldest number always shows how far the table was pruned. */
@ApplicationScoped
class EventTable implements Feed<StoredEvent> {
    private static final int BATCH = 5000;
    /** The sum before an event decides, so that one event is always read. */
    private static final String AFTER = """
            select seq, at, topic, type, tenant_id, payload, seq = last as is_last from (
                select e.*, sum(octet_length(payload)) over (order by seq) - octet_length(payload) as before,
                       max(seq) over () as last
                from (select * from event where seq > $1 order by seq limit $2) e) page
            where before < $3 order by seq""";

    private static final String PRUNE = """
            delete from event where id in (
                select id from event where at < $1 and seq < (select max(seq) from event) order by seq limit $2)""";

    private final Pool pool;

    EventTable(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Chunk<StoredEvent>> after(long seq, int limit, int bytes) {
        return pool.preparedQuery(AFTER).execute(Tuple.of(seq, limit, bytes)).map(rows -> chunk(rows, limit));
    }

    private static Chunk<StoredEvent> chunk(RowSet<Row> rows, int limit) {
        List<StoredEvent> events = new ArrayList<>();
        boolean isCut = rows.size() > 0;
        for (Row row : rows) {
            events.add(event(row));
            isCut &= !row.getBoolean("is_last");
        }
        return new Chunk<>(events, isCut || events.size() == limit);
    }

    private static StoredEvent event(Row row) {
        return new StoredEvent(
                row.getLong("seq"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("topic"),
                row.getString("type"),
                row.getUUID("tenant_id"),
                row.getString("payload"));
    }

    @Override
    public long seq(StoredEvent event) {
        return event.seq();
    }

    @Override
    public int bytes(StoredEvent event) {
        return event.bytes();
    }

    /** Missing numbers in between belong to failed commits; pruned events are at the beginning. */
    @Override
    public Uni<Boolean> isLost(long from, long to) {
        return number("select coalesce(min(seq), 0) as n from event").map(oldest -> oldest > from);
    }

    /** The newest event's number; 0 when there is none. */
    Uni<Long> newest() {
        return number("select coalesce(max(seq), 0) as n from event");
    }

    private Uni<Long> number(String query) {
        return pool.preparedQuery(query)
                .execute()
                .map(rows -> rows.iterator().next().getLong("n"));
    }

    /** Removes older events, a few thousand per transaction; returns their number. */
    Uni<Integer> prune(Instant before) {
        return pool.preparedQuery(PRUNE)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), BATCH))
                .flatMap(rows -> rows.rowCount() < BATCH
                        ? Uni.createFrom().item(rows.rowCount())
                        : prune(before).map(more -> more + BATCH));
    }
}
