package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.host.command.PermitLost;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Slot;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The rows of a run, written by the run. Every write is conditional on the epoch of this take-over: after another instance
 * takes the run over, writes of this one have no effect and throw {@link PermitLost}.
 */
final class RunRecord {
    private final UUID id;
    private final long epoch;
    private final DeploymentSignals signals;

    private RunRecord(UUID id, long epoch, DeploymentSignals signals) {
        this.id = id;
        this.epoch = epoch;
        this.signals = signals;
    }

    /** Takes the run over: writes with an older epoch are rejected from here on. Null if the run has ended. */
    static RunRecord take(UUID id, Instant now, DeploymentSignals signals) {
        List<Long> epoch = Reactive.transaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(TAKE, Long.class)
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .getResultList()));
        return epoch.isEmpty() ? null : new RunRecord(id, epoch.getFirst(), signals);
    }

    private static final String TAKE = """
            update deployment set epoch = epoch + 1, status = 'running', started_at = coalesce(started_at, :now),
                   revision = revision + 1
            where id = :id and status in ('queued', 'running') returning epoch""";

    UUID id() {
        return id;
    }

    long epoch() {
        return epoch;
    }

    Deployment row() {
        return Reactive.transaction(() -> Deployment.<Deployment>findById(id));
    }

    List<DeploymentStep> steps() {
        return Reactive.transaction(() -> DeploymentStep.of(id));
    }

    /** Whether this instance still owns the run, and whether cancellation was requested. */
    Pulse pulse() {
        Deployment row = row();
        boolean ours = row != null && row.epoch == epoch && DeploymentStatus.of(row.status) == DeploymentStatus.RUNNING;
        return new Pulse(ours, ours && row.cancelRequested);
    }

    record Pulse(boolean ours, boolean cancelRequested) {}

    void pin(Slot slot, String ref, String commit, int configVersion) {
        fenced(
                "slot = :slot, ref = cast(:ref as text), commit = :commit, config_version = :config",
                values("slot", slot.id(), "ref", ref, "commit", commit, "config", configVersion));
    }

    void release(String release) {
        fenced("release_id = :release", values("release", release));
    }

    void failure(Failure failure) {
        fenced("failure = cast(:failure as text)", values("failure", FailureJson.write(failure)));
    }

    void stepStarted(String step, Instant at, int progress) {
        step(step, StepStatus.RUNNING, at, null, null, "current_step = :step, progress_percent = :progress", progress);
    }

    void stepEnded(String step, StepStatus status, Duration took, String detail, int progress) {
        step(step, status, null, took, detail, "progress_percent = :progress", progress);
    }

    /** Ends the run and applies the caller's changes in the same transaction. */
    void end(DeploymentStatus status, Instant at, Failure failure, Supplier<Uni<?>> together) {
        Reactive.transaction(() -> update(
                        "status = :status, finished_at = :at, failure = cast(:failure as text), current_step = null"
                                + (status == DeploymentStatus.SUCCEEDED ? ", progress_percent = 100" : ""),
                        values(
                                "status",
                                status.id(),
                                "at",
                                at,
                                "failure",
                                failure == null ? null : FailureJson.write(failure)))
                .flatMap(done -> together.get()));
        signals.changed(id);
    }

    /** Changes other rows in one transaction if this instance still owns the run. */
    void change(Supplier<Uni<?>> work) {
        Reactive.transaction(
                () -> update("cancel_requested = cancel_requested", Map.of()).flatMap(done -> work.get()));
        signals.changed(id);
    }

    private void fenced(String set, Map<String, Object> values) {
        Reactive.transaction(() -> update(set, values));
        signals.changed(id);
    }

    private void step(
            String step, StepStatus status, Instant at, Duration took, String detail, String set, int progress) {
        boolean starts = status == StepStatus.RUNNING;
        Map<String, Object> values = starts ? values("step", step, "progress", progress) : values("progress", progress);
        Reactive.transaction(() -> update(set, values)
                .flatMap(done -> DeploymentStep.update(
                        starts
                                ? "status = ?1, startedAt = coalesce(startedAt, ?2) where deploymentId = ?3 and id = ?4"
                                : "status = ?1, durationMs = coalesce(cast(?2 as long), durationMs), detail = coalesce(?5, detail)"
                                        + " where deploymentId = ?3 and id = ?4",
                        starts
                                ? new Object[] {status.id(), at, id, step}
                                : new Object[] {status.id(), took == null ? null : took.toMillis(), id, step, detail
                                })));
        signals.changed(id);
    }

    private Uni<Void> update(String set, Map<String, Object> values) {
        return Panache.getSession()
                .flatMap(session -> {
                    var query = session.createNativeQuery("update deployment set revision = revision + 1, " + set
                                    + " where id = :id and epoch = :epoch and status = 'running'")
                            .setParameter("id", id)
                            .setParameter("epoch", epoch);
                    values.forEach(query::setParameter);
                    return query.executeUpdate();
                })
                .map(rows -> {
                    if (rows != 1) {
                        throw new PermitLost("deployment " + id + " was taken over");
                    }
                    return null;
                });
    }

    /** Like {@code Map.of}, but allows null values. */
    private static Map<String, Object> values(Object... pairs) {
        Map<String, Object> values = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return values;
    }
}
