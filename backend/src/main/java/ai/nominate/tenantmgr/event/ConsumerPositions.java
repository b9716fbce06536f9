package ai.nominate.tenantmgr.event;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** The number of the last event that each consumer has handled. It never decreases. */
@ApplicationScoped
class ConsumerPositions {
    private static final String STORE = """
            insert into event_position (consumer, seq) values ($1, $2)
            on conflict (consumer) do update set seq = greatest(event_position.seq, excluded.seq)""";

    private final Pool pool;

    ConsumerPositions(Pool pool) {
        this.pool = pool;
    }

    /** 0 for a new consumer: it begins with the oldest stored event. */
    Uni<Long> of(String consumer) {
        return pool.preparedQuery("select seq from event_position where consumer = $1")
                .execute(Tuple.of(consumer))
                .map(rows -> rows.size() == 0 ? 0 : rows.iterator().next().getLong("seq"));
    }

    Uni<Void> store(String consumer, long seq) {
        return pool.preparedQuery(STORE).execute(Tuple.of(consumer, seq)).replaceWithVoid();
    }
}
