package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.job.Jobs;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.run.engine.LogLine;
import ai.nominate.tenantmgr.run.engine.RunKind;
import ai.nominate.tenantmgr.run.engine.RunStatus;
import ai.nominate.tenantmgr.run.engine.RunSubject;
import ai.nominate.tenantmgr.run.feed.RunLogTable;
import ai.nominate.tenantmgr.run.feed.RunReaders;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import ai.nominate.tenantmgr.web.SqlFailure;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Queues, finds and cancels runs. {@link RunWorker} executes them. Every method runs in the caller's session or
 * transaction.
 */
@ApplicationScoped
public class Runs {
    private static final String ONE_EXCLUSIVE = "run_one_exclusive";
    private static final String LOCK = "select kind, status, server_id from run where id = :id for update";
    private static final String CANCEL =
            "update run set cancel_requested = true, revision = revision + 1 where id = :id";

    private final RunKinds kinds;
    private final RunPlan plan;
    private final RunLogTable log;
    private final RunReaders readers;
    private final RunEvents events;
    private final Jobs jobs;
    private final Clock clock;

    Runs(RunKinds kinds, RunPlan plan, RunLogTable log, RunReaders readers, RunEvents events, Jobs jobs, Clock clock) {
        this.kinds = kinds;
        this.plan = plan;
        this.log = log;
        this.readers = readers;
        this.events = events;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Inserts the run with its steps and its job in the caller's transaction. Call {@link #wake()} after the commit.
     * Fails with a violation that {@link #isSecondExclusive} recognises if another exclusive run of the subject is
     * active.
     */
    public Uni<Void> queue(NewRun wanted) {
        RunKind<?> kind = kinds.of(wanted.kind());
        RunRow row = new RunRow();
        row.id = wanted.id();
        row.kind = kind.id();
        row.serverId = wanted.server();
        row.subjectId = wanted.subject().id();
        row.subjectName = wanted.subject().name();
        row.isExclusive = kind.isExclusive();
        row.status = RunStatus.QUEUED.id();
        row.actor = wanted.actor().name();
        row.reason = wanted.reason();
        row.queuedAt = clock.instant();
        return row.persist()
                .flatMap(done -> Panache.flush())
                .flatMap(done -> plan.insert(row.id, kind))
                .flatMap(done -> jobs.enqueue(job(kind), row.id.toString(), row.serverId))
                .flatMap(done -> events.queued(row));
    }

    /** The job that carries out runs of the kind. */
    static String job(RunKind<?> kind) {
        return kind.isHeavy() ? RunJob.HEAVY : kind.isShort() ? RunJob.SHORT : RunJob.LONG;
    }

    /** Starts queued runs immediately. */
    public void wake() {
        jobs.wake();
    }

    /** Whether a transaction failed because another exclusive run of the subject is active. */
    public static boolean isSecondExclusive(Throwable e) {
        return SqlFailure.violates(e, ONE_EXCLUSIVE);
    }

    /** The id of the active exclusive run of a subject; null if there is none. */
    public Uni<UUID> active(UUID subject) {
        return RunRow.active(subject).map(row -> row == null ? null : row.id);
    }

    /** The ids of the active runs of a subject of one kind. */
    public Uni<List<UUID>> active(UUID subject, String kind) {
        return RunRow.<RunRow>list("subjectId = ?1 and kind = ?2 and status in ('queued', 'running')", subject, kind)
                .map(rows -> rows.stream().map(row -> row.id).toList());
    }

    /** A run the actor may access; null if there is none. */
    public Uni<RunSnapshot> find(String id, Actor actor) {
        return row(id, actor)
                .flatMap(row -> row == null
                        ? Uni.createFrom().nullItem()
                        : RunStepRow.of(row.id).map(steps -> RunSnapshot.of(row, steps)));
    }

    /** Whether the run exists and the actor may access it. */
    private static Uni<RunRow> row(String id, Actor actor) {
        if (!id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            return Uni.createFrom().nullItem();
        }
        return RunRow.<RunRow>findById(UUID.fromString(id))
                .map(row -> row == null || !actor.canAccess(row.subjectId) ? null : row);
    }

    /** The newest run of the subject of one of these kinds; null if there is none. */
    public Uni<RunSnapshot> latest(UUID subject, List<String> kinds) {
        return RunRow.<RunRow>find("subjectId = ?1 and kind in ?2 order by queuedAt desc, id desc", subject, kinds)
                .firstResult()
                .flatMap(row -> row == null
                        ? Uni.createFrom().nullItem()
                        : RunStepRow.of(row.id).map(steps -> RunSnapshot.of(row, steps)));
    }

    /** The successful runs of the subject of these kinds, newest first, without their steps. */
    public Uni<List<RunSnapshot>> succeeded(UUID subject, List<String> kinds) {
        return RunRow.<RunRow>list(
                        "subjectId = ?1 and status = 'succeeded' and kind in ?2 order by queuedAt desc, id desc",
                        subject,
                        kinds)
                .map(rows ->
                        rows.stream().map(row -> RunSnapshot.of(row, List.of())).toList());
    }

    /** The subject of a name or id, also of a deleted one that still has runs; empty if there is none. */
    public Uni<Optional<RunSubject>> subject(String idOrName) {
        boolean isId = idOrName.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        return RunRow.<RunRow>find(
                        (isId ? "subjectId" : "subjectName") + " = ?1 order by queuedAt desc",
                        isId ? UUID.fromString(idOrName) : idOrName)
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(RunRow::subject));
    }

    /** One page of runs, newest first. */
    public Uni<PageView<RunSnapshot>> list(RunQuery query) {
        Map<String, Object> parameters = query.parameters();
        PageRequest page = query.page();
        return RunRow.count(query.where(), parameters)
                .flatMap(total -> RunRow.<RunRow>find(query.where() + " order by queuedAt desc, id desc", parameters)
                        .range((int) page.offset(), (int) page.offset() + page.size() - 1)
                        .list()
                        .flatMap(Runs::withSteps)
                        .map(items -> PageView.of(items, page, total)));
    }

    private static Uni<List<RunSnapshot>> withSteps(List<RunRow> rows) {
        List<UUID> ids = rows.stream().map(row -> row.id).toList();
        return RunStepRow.<RunStepRow>list("runId in ?1 order by position", ids).map(steps -> {
            Map<UUID, List<RunStepRow>> byRun = steps.stream().collect(Collectors.groupingBy(step -> step.runId));
            return rows.stream()
                    .map(row -> RunSnapshot.of(row, byRun.getOrDefault(row.id, List.of())))
                    .toList();
        });
    }

    /** The last lines of a run's log, in order. */
    public Uni<List<LogLine>> tail(UUID run, int count) {
        return log.tail(run, count);
    }

    /** Requests cancellation and undo of a run. The lock on its row orders this and the point of no return. */
    public Uni<CancelAnswer> cancel(UUID run) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LOCK, Object[].class)
                        .setParameter("id", run)
                        .getSingleResult()
                        .flatMap(row -> RunStatus.of((String) row[1]).isFinal()
                                ? Uni.createFrom().item(CancelAnswer.FINISHED)
                                : isPastReturn(run, kinds.of((String) row[0]))
                                        .flatMap(past -> past
                                                ? Uni.createFrom().item(CancelAnswer.TOO_LATE)
                                                : session.createNativeQuery(CANCEL)
                                                        .setParameter("id", run)
                                                        .executeUpdate()
                                                        .flatMap(done -> endQueued(run, row))
                                                        .replaceWith(CancelAnswer.ACCEPTED))));
    }

    /** A run that waits for a worker ends without waiting any longer. */
    private Uni<Void> endQueued(UUID run, Object[] row) {
        return RunStatus.of((String) row[1]) == RunStatus.QUEUED
                ? jobs.enqueue(RunJob.SHORT, run.toString(), ((Number) row[2]).shortValue())
                : Uni.createFrom().voidItem();
    }

    private static Uni<Boolean> isPastReturn(UUID run, RunKind<?> kind) {
        return RunStepRow.count(
                        "runId = ?1 and id = ?2 and status <> 'pending'",
                        run,
                        kind.pipeline().pointOfNoReturn())
                .map(count -> count > 0);
    }

    /** Wakes the followers of a run after its row was changed. */
    public void changed(UUID run) {
        readers.wake(run);
        jobs.wake();
    }
}
