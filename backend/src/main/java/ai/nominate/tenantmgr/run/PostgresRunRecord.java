package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.run.engine.Failure;
import ai.nominate.tenantmgr.run.engine.FailureJson;
import ai.nominate.tenantmgr.run.engine.RunOutcome;
import ai.nominate.tenantmgr.run.engine.RunRecord;
import ai.nominate.tenantmgr.run.engine.RunState;
import ai.nominate.tenantmgr.run.engine.RunStatus;
import ai.nominate.tenantmgr.run.engine.StepEnd;
import ai.nominate.tenantmgr.run.engine.StepStatus;
import ai.nominate.tenantmgr.run.feed.RunReaders;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The rows of a run in PostgreSQL. */
final class PostgresRunRecord implements RunRecord {
    private static final String CLAIM = """
            update run set epoch = epoch + 1, attempts = attempts + 1, status = 'running', started_at = coalesce(started_at, :now),
                   revision = revision + 1
            where id = :id and status in ('queued', 'running') returning epoch, attempts""";
    private static final String STEP_STARTED = """
            update run_step set status = 'running', started_at = coalesce(started_at, :at)
            where run_id = :id and id = :step""";
    private static final String STEP_ENDED = """
            update run_step set status = case when id = :ended then :status else 'running' end,
                   started_at = case when id = :ended then started_at else coalesce(started_at, :at) end,
                   duration_ms = case when id = :ended then coalesce(cast(:took as bigint), duration_ms) else duration_ms end,
                   detail = case when id = :ended then coalesce(cast(:detail as text), detail) else detail end
            where run_id = :id and id in (:ended, :next)""";

    private final UUID id;
    private final long epoch;
    private final int attempt;
    private final RunReaders readers;
    private final RunEvents events;

    private PostgresRunRecord(UUID id, long epoch, int attempt, RunReaders readers, RunEvents events) {
        this.id = id;
        this.epoch = epoch;
        this.attempt = attempt;
        this.readers = readers;
        this.events = events;
    }

    /** Claims the run: from here on writes with an older epoch have no effect. Empty if the run has ended. */
    static Optional<RunRecord> claim(UUID id, Instant now, RunReaders readers, RunEvents events) {
        List<Object[]> claims = Reactive.transaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(CLAIM, Object[].class)
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .getResultList()));
        return claims.stream()
                .findFirst()
                .map(claim -> new PostgresRunRecord(
                        id, ((Number) claim[0]).longValue(), ((Number) claim[1]).intValue(), readers, events));
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public void giveBack() {
        transaction(() -> fence("attempts = attempts - 1", Map.of()));
    }

    @Override
    public RunState state() {
        return Reactive.transaction(() ->
                RunRow.<RunRow>findById(id).flatMap(row -> RunStepRow.of(id).map(steps -> state(row, steps))));
    }

    private static RunState state(RunRow row, List<RunStepRow> steps) {
        return new RunState(
                row.kind,
                row.subject(),
                row.actor,
                row.queuedAt,
                row.failure,
                steps.stream()
                        .map(step -> new RunState.StepState(step.id, StepStatus.of(step.status), step.weight))
                        .toList());
    }

    @Override
    public Pulse pulse() {
        RunRow row = Reactive.transaction(() -> RunRow.<RunRow>findById(id));
        boolean isOurs = row != null && row.epoch == epoch && RunStatus.of(row.status) == RunStatus.RUNNING;
        return new Pulse(isOurs, isOurs && row.cancelRequested);
    }

    @Override
    public void stepStarted(String step, Instant at, int progressPercent) {
        write(
                "current_step = :current, progress_percent = :progress",
                Map.of("current", step, "progress", progressPercent),
                () -> execute(STEP_STARTED, Map.of("at", at, "id", id, "step", step)));
    }

    @Override
    public void stepEnded(StepEnd end, String next, Instant at, int progressPercent) {
        Map<String, Object> values = new HashMap<>(Map.of("id", id, "at", at));
        values.put("ended", end.step());
        values.put("next", next == null ? end.step() : next);
        values.put("status", end.status().id());
        values.put("took", end.took() == null ? null : end.took().toMillis());
        values.put("detail", end.detail());
        Map<String, Object> ofRun = new HashMap<>(Map.of("progress", progressPercent));
        if (next != null) {
            ofRun.put("current", next);
        }
        write(
                "attempts = 1, progress_percent = :progress" + (next == null ? "" : ", current_step = :current"),
                ofRun,
                () -> execute(STEP_ENDED, values));
    }

    @Override
    public void failed(Failure failure) {
        write(
                "attempts = 1, failure = cast(:failure as text)",
                failure(failure),
                () -> Uni.createFrom().voidItem());
    }

    @Override
    public void end(RunOutcome outcome, Instant at, Supplier<? extends Uni<?>> work) {
        Map<String, Object> values = failure(outcome.failure());
        values.put("status", outcome.status().id());
        values.put("at", at);
        write(
                "status = :status, finished_at = :at, failure = cast(:failure as text), current_step = null"
                        + (outcome.status() == RunStatus.SUCCEEDED ? ", progress_percent = 100" : ""),
                values,
                work);
    }

    @Override
    public <T> T transaction(Supplier<Uni<T>> work) {
        return Reactive.transaction(() -> fence("revision = revision", Map.of()).flatMap(done -> work.get()));
    }

    private void write(String set, Map<String, Object> values, Supplier<? extends Uni<?>> work) {
        Reactive.transaction(() -> fence("revision = revision + 1, " + set, values)
                .flatMap(done -> work.get())
                .flatMap(done -> events.changed(id)));
        readers.wake(id);
    }

    /** Updates and thereby locks the run's row, so that a claim waits until this transaction ends. */
    private Uni<Void> fence(String set, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("id", id);
        all.put("epoch", epoch);
        return execute("update run set " + set + " where id = :id and epoch = :epoch and status = 'running'", all)
                .map(rows -> {
                    if (rows != 1) {
                        throw new PermitLost("run " + id + " was taken over");
                    }
                    return null;
                });
    }

    private static Uni<Integer> execute(String sql, Map<String, Object> values) {
        return Panache.getSession().flatMap(session -> {
            var query = session.createNativeQuery(sql);
            values.forEach(query::setParameter);
            return query.executeUpdate();
        });
    }

    private static Map<String, Object> failure(Failure failure) {
        Map<String, Object> values = new HashMap<>();
        values.put("failure", failure == null ? null : FailureJson.write(failure));
        return values;
    }
}
