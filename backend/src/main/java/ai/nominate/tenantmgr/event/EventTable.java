package ai.nominate.tenantmgr.event;

import ai.nominate.tenantmgr.event.feed.Feed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** The rows of the outbox. The newest is never removed, so that the oldest number always shows how far the table was pruned. */
@ApplicationScoped
class EventTable implements Feed<StoredEvent> {
    private static final int BATCH = 5000;
    private static final String AFTER =
            "select seq, at, topic, type, tenant_id, payload from event where seq > $1 order by seq limit $2";
    private static final String PRUNE = """
            delete from event where id in (
                select id from event where at < $1 and seq < (select max(seq) from event) order by seq limit $2)""";

    private final Pool pool;

    EventTable(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<StoredEvent>> after(long seq, int limit) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(seq, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(EventTable::event)
                        .toList());
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
