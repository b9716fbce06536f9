package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.host.command.PermitLost;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * One execution of a run: from the first unfinished step to the end, or back. Each step's result is stored before the next
 * step starts, so that an instance that resumes after a crash knows where to continue; a failure is stored before anything is
 * rolled back, so that it also knows the direction.
 */
final class DeploymentRun {
    private static final Logger LOG = Logger.getLogger(DeploymentRun.class);

    private final Pipeline pipeline;
    private final RunRecord record;
    private final RunLease lease;
    private final LogWriter log;
    private final LiveContext context;
    private final Clock clock;
    private final List<DeploymentStep> steps;
    private final Map<String, DeploymentStep> byId;

    DeploymentRun(
            Pipeline pipeline, RunRecord record, RunLease lease, LogWriter log, LiveContext context, Clock clock) {
        this.pipeline = pipeline;
        this.record = record;
        this.lease = lease;
        this.log = log;
        this.context = context;
        this.clock = clock;
        this.steps = record.steps();
        this.byId = steps.stream().collect(Collectors.toMap(step -> step.id, Function.identity()));
    }

    /** @throws PermitLost if another instance took the run over; @throws RunInterrupted if the manager is shutting down */
    void execute() {
        Deployment row = record.row();
        if (row.failure != null) {
            say("The manager was restarted; resuming the rollback of this failed run");
            putBack(row.failure);
            return;
        }
        LOG.infof(
                "Deployment %s of %s %s, requested by %s",
                row.id, row.tenantSlug, record.epoch() > 1 ? "resumed" : "started", row.actor);
        if (record.epoch() > 1) {
            say("The manager was restarted; resuming the run");
        }
        for (Step step : pipeline.steps()) {
            DeploymentStep stored = byId.get(step.id());
            if (stored == null || StepStatus.of(stored.status).isBehindUs()) {
                continue;
            }
            boolean last = step.id().equals(pipeline.pointOfNoReturn());
            if (lease.isCancelled() || last && record.row().cancelRequested) {
                cancel(step);
                return;
            }
            if (last) {
                lease.beyondCancelling();
            }
            if (carryOut(step, stored) instanceof StepResult.Failed failed) {
                fail(step, failed);
                return;
            }
        }
        lease.beyondCancelling();
        say(pipeline.kind().success());
        log.flush();
        end(DeploymentStatus.SUCCEEDED, null, TenantStatus.ACTIVE);
    }

    private StepResult carryOut(Step step, DeploymentStep stored) {
        context.enter(step.id());
        long start = System.nanoTime();
        record.stepStarted(step.id(), clock.instant(), Progress.percent(steps));
        StepResult result = answer(step);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        StepStatus status = switch (result) {
            case StepResult.Done done -> StepStatus.DONE;
            case StepResult.Skipped skipped -> StepStatus.SKIPPED;
            case StepResult.Failed failed -> StepStatus.FAILED;
        };
        String detail = switch (result) {
            case StepResult.Done done -> done.summary();
            case StepResult.Skipped skipped -> skipped.reason();
            case StepResult.Failed failed -> failed.detail();
        };
        if (status != StepStatus.FAILED) {
            say(detail);
        }
        log.flush();
        stored.status = status.id();
        record.stepEnded(step.id(), status, took, detail, Progress.percent(steps));
        return result;
    }

    /** A failure after a cancellation request counts as the cancellation. */
    private StepResult answer(Step step) {
        StepResult result = attempt(step);
        return result instanceof StepResult.Failed && lease.isCancelled() ? cancelled() : result;
    }

    private StepResult attempt(Step step) {
        try {
            lease.check();
            return step.run(context);
        } catch (ProblemException e) {
            e.errors().forEach(error -> context.warn(error.field() + " " + error.message()));
            return new StepResult.Failed(e.problem(), e.problem().title() + ": " + e.getMessage(), e.lastLines(), true);
        } catch (PermitLost e) {
            throw e;
        } catch (RunInterrupted e) {
            if (lease.isCancelled()) {
                return cancelled();
            }
            throw e;
        } catch (RuntimeException e) {
            if (lease.isLost()) {
                throw new PermitLost("taken over: " + e.getMessage());
            }
            if (lease.isCancelled()) {
                return cancelled();
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new RunInterrupted("the manager is shutting down");
            }
            String instance = Uuid7.next().toString();
            LOG.errorf(e, "Step %s of deployment %s failed unexpectedly (%s)", step.id(), record.id(), instance);
            return new StepResult.Failed(
                    DeploymentProblem.INTERNAL, "Internal error; find it in the manager's log by its id " + instance);
        }
    }

    private static StepResult cancelled() {
        return new StepResult.Failed(DeploymentProblem.CANCELLED, "The deployment was cancelled");
    }

    private void cancel(Step next) {
        context.enter(next.id());
        fail(next, new StepResult.Failed(DeploymentProblem.CANCELLED, "The deployment was cancelled"));
    }

    private void fail(Step step, StepResult.Failed failed) {
        lease.beyondCancelling();
        log.add(step.id(), "info", "error", failed.detail());
        if (!failed.evidence().isEmpty() && !failed.quoted()) {
            log.add(step.id(), "info", "error", "Last output lines:");
            failed.evidence().forEach(line -> log.add(step.id(), "err", "error", line));
        }
        log.flush();
        Failure failure = new Failure(step.id(), failed.problem().code(), failed.detail(), false, failed.evidence());
        record.failure(failure);
        putBack(failure);
    }

    private void putBack(Failure failure) {
        lease.beyondCancelling();
        boolean all = true;
        for (Step step : pipeline.steps().reversed()) {
            DeploymentStep stored = byId.get(step.id());
            if (stored != null && StepStatus.of(stored.status).mayHaveActed()) {
                all &= undo(step, stored);
            }
        }
        boolean wasCancelled = failure.code().equals(DeploymentProblem.CANCELLED.code());
        if (!pipeline.kind().putsBack() && !wasCancelled) {
            say("Delete is incomplete; delete the tenant again to remove the rest");
            log.flush();
            end(DeploymentStatus.FAILED, failure, TenantStatus.FAILED);
            return;
        }
        say(all ? "All changes were rolled back" : "Rollback is incomplete; see the errors above");
        log.flush();
        boolean serves = context.tenant().live().isPresent();
        TenantStatus after = serves ? context.statusBefore() : failedUnlessDraft(wasCancelled);
        end(wasCancelled ? DeploymentStatus.CANCELLED : DeploymentStatus.FAILED, failure.putBack(all), after);
    }

    /** Changes the state of the run and of its tenant in one transaction. */
    private void end(DeploymentStatus status, Failure failure, TenantStatus after) {
        UUID tenant = context.tenantId();
        LOG.infof(
                "Deployment %s of %s %s%s",
                record.id(),
                record.row().tenantSlug, // the tenant itself may already be deleted
                status.id(),
                failure == null ? "" : " in " + failure.step() + ": " + failure.detail());
        record.end(
                status,
                clock.instant(),
                failure,
                () -> isGone(status)
                        ? Uni.createFrom().voidItem()
                        : context.tenants().move(tenant, Set.of(pipeline.kind().meanwhile()), after));
    }

    private boolean isGone(DeploymentStatus status) {
        return pipeline.kind() == DeploymentKind.DELETE && status == DeploymentStatus.SUCCEEDED;
    }

    /** A tenant without a live slot has failed; a cancelled first deployment keeps its previous status. */
    private TenantStatus failedUnlessDraft(boolean wasCancelled) {
        return wasCancelled ? context.statusBefore() : TenantStatus.FAILED;
    }

    private boolean undo(Step step, DeploymentStep stored) {
        context.enter(step.id());
        try {
            Optional<String> undone = step.undo(context);
            if (undone.isPresent()) {
                say(undone.get());
                if (StepStatus.of(stored.status) == StepStatus.DONE) {
                    stored.status = StepStatus.UNDONE.id();
                    record.stepEnded(step.id(), StepStatus.UNDONE, null, null, Progress.percent(steps));
                }
            }
            return true;
        } catch (PermitLost | RunInterrupted e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "Step %s of deployment %s could not be rolled back", step.id(), record.id());
            log.add(step.id(), "info", "error", "This step could not be rolled back: " + e.getMessage());
            return false;
        }
    }

    private void say(String sentence) {
        context.say(sentence);
    }
}
