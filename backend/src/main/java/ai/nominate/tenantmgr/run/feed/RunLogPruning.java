package ai.nominate.tenantmgr.run.feed;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Removes the logs of runs that ended long ago, never of an active one. The runs, their steps and failures are kept. */
@ApplicationScoped
public class RunLogPruning {
    private static final int BATCH = 2000;
    private static final int RUNS = 50;
    private static final String ENDED = """
            select id from run
            where finished_at < $1 and log_pruned_at is null and status in ('succeeded', 'failed', 'cancelled')
            order by finished_at limit $2""";
    private static final String DELETE = """
            delete from run_log where run_id = $1 and seq in (
                select seq from run_log where run_id = $1 order by seq limit $2)""";
    private static final String MARK = "update run set log_pruned_at = now() where id = $1";

    private final Pool pool;

    RunLogPruning(Pool pool) {
        this.pool = pool;
    }

    /** Removes some thousand lines at a time, so that no transaction is long; says of how many runs. */
    public Uni<Integer> prune(Instant endedBefore) {
        return pool.preparedQuery(ENDED)
                .execute(Tuple.of(endedBefore.atOffset(ZoneOffset.UTC), RUNS))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(RunLogPruning::id)
                        .toList())
                .flatMap(runs -> prune(runs)
                        .flatMap(done -> runs.size() < RUNS
                                ? Uni.createFrom().item(runs.size())
                                : prune(endedBefore).map(more -> more + runs.size())));
    }

    private static UUID id(Row row) {
        return row.getUUID("id");
    }

    private Uni<Void> prune(List<UUID> runs) {
        return Multi.createFrom()
                .iterable(runs)
                .onItem()
                .transformToUniAndConcatenate(run ->
                        delete(run).flatMap(done -> pool.preparedQuery(MARK).execute(Tuple.of(run))))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> delete(UUID run) {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(run, BATCH))
                .flatMap(rows -> rows.rowCount() < BATCH ? Uni.createFrom().voidItem() : delete(run));
    }
}
