package ai.nominate.tenantmgr.run.feed;

import ai.nominate.tenantmgr.event.feed.Chunk;
import ai.nominate.tenantmgr.event.feed.Feed;
import ai.nominate.tenantmgr.run.engine.FailureJson;
import ai.nominate.tenantmgr.run.engine.RunStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The states of one run, of which the table has the newest alone: a follower that missed some gets the newest. */
final class RunStateFeed implements Feed<FollowedState> {
    private static final int BYTES = 8 << 10;
    private static final String STATE = """
            select r.revision, r.status, r.current_step, r.progress_percent, r.failure,
                   case when r.finished_at is null then 0
                        else (select coalesce(max(l.seq), 0) from run_log l where l.run_id = r.id) end as last_seq,
                   s.id, s.title, s.status as step_status, s.started_at, s.duration_ms, s.detail
            from run r join run_step s on s.run_id = r.id
            where r.id = $1 and r.revision >= $2 order by s.position""";

    private final Pool pool;
    private final UUID run;

    RunStateFeed(Pool pool, UUID run) {
        this.pool = pool;
        this.run = run;
    }

    /** A number is a revision plus one, since revisions start at 0. */
    @Override
    public Uni<Chunk<FollowedState>> after(long seq, int limit, int bytes) {
        return pool.preparedQuery(STATE).execute(Tuple.of(run, seq)).map(rows -> new Chunk<>(states(rows), false));
    }

    @Override
    public long seq(FollowedState state) {
        return state.revision() + 1;
    }

    @Override
    public int bytes(FollowedState state) {
        int failure = state.failure() == null
                ? 0
                : state.failure().lastLines().stream().mapToInt(String::length).sum();
        return BYTES + 2 * failure;
    }

    /** A state that was replaced is of no interest. */
    @Override
    public Uni<Boolean> isLost(long from, long to) {
        return Uni.createFrom().item(false);
    }

    private static List<FollowedState> states(RowSet<Row> rows) {
        List<StepView> steps = new ArrayList<>();
        Row last = null;
        for (Row row : rows) {
            steps.add(step(row));
            last = row;
        }
        return last == null ? List.of() : List.of(state(last, steps));
    }

    private static FollowedState state(Row row, List<StepView> steps) {
        return new FollowedState(
                row.getLong("revision"),
                RunStatus.of(row.getString("status")),
                row.getString("current_step"),
                row.getInteger("progress_percent"),
                FailureJson.read(row.getString("failure")),
                steps,
                row.getLong("last_seq"));
    }

    private static StepView step(Row row) {
        OffsetDateTime started = row.getOffsetDateTime("started_at");
        return new StepView(
                row.getString("id"),
                row.getString("title"),
                row.getString("step_status"),
                started == null ? null : started.toInstant(),
                row.getLong("duration_ms"),
                row.getString("detail"));
    }
}
