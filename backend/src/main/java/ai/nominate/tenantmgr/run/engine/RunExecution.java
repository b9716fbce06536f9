package ai.nominate.tenantmgr.run.engine;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Uuid7;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Executes one claim of one run: from the first incomplete step to the end, or back. Each result is stored before the
 * next step starts, so that a later claim knows where to continue; a failure is stored before anything is undone, so
 * that it also knows the direction.
 *
 * @param <C> the context of the steps
 */
public final class RunExecution<C extends RunContext> {
    private static final Logger LOG = Logger.getLogger(RunExecution.class);
    /** A run that begins a step this often without an end of it has failed. */
    public static final int MOST_ATTEMPTS = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final StepResult.Failed CANCELLED =
            new StepResult.Failed(RunProblem.CANCELLED, "The run was cancelled");

    private final RunKind<C> kind;
    private final RunRecord record;
    private final RunState state;
    private final RunLease lease;
    private final RunLog log;
    private final C context;
    private final Clock clock;
    private final Duration patience;
    private final Map<String, StepStatus> statuses = new LinkedHashMap<>();

    public RunExecution(
            RunKind<C> kind, RunRecord record, RunState state, RunLease lease, RunLog log, C context, Clock clock) {
        this(kind, record, state, lease, log, context, clock, PATIENCE);
    }

    /** @param patience how long a cancelled step may go on before the run goes on without it */
    RunExecution(
            RunKind<C> kind,
            RunRecord record,
            RunState state,
            RunLease lease,
            RunLog log,
            C context,
            Clock clock,
            Duration patience) {
        this.kind = kind;
        this.record = record;
        this.state = state;
        this.lease = lease;
        this.log = log;
        this.context = context;
        this.clock = clock;
        this.patience = patience;
        state.steps().forEach(step -> statuses.put(step.id(), step.status()));
    }

    /**
     * @throws PermitLost if another instance took the run over; @throws RunInterrupted if the manager is shutting down
     */
    public void execute() {
        if (record.attempt() > MOST_ATTEMPTS) {
            endWithoutProgress();
            return;
        }
        if (state.failure() != null) {
            context.say("The manager was restarted; the undo of this failed run resumes");
            undo(state.failure());
            return;
        }
        boolean resumes = record.epoch() > 1;
        LOG.infof(
                "Run %s (%s of %s, requested by %s) %s",
                record.id(), state.kind(), state.subject().name(), state.actor(), resumes ? "resumes" : "starts");
        if (resumes) {
            context.say("The manager was restarted; the run resumes");
        }
        for (Step<? super C> step : kind.pipeline().steps()) {
            StepStatus stored = statuses.get(step.id());
            if (stored != null && !stored.isCompleted() && !proceed(step)) {
                return;
            }
        }
        lease.ignoreCancel();
        context.say(kind.successMessage());
        end(new RunOutcome(RunStatus.SUCCEEDED, null));
    }

    /** Each claim ended within the same step: repeated once more, it would end the same way. */
    private void endWithoutProgress() {
        if (state.failure() != null) {
            log.add(
                    state.failure().step(),
                    "info",
                    "error",
                    "The undo began " + MOST_ATTEMPTS + " times and did not end; what it did not reach stays");
            end(new RunOutcome(RunStatus.FAILED, state.failure()));
            return;
        }
        Step<? super C> step = kind.pipeline().steps().stream()
                .filter(each -> statuses.containsKey(each.id())
                        && !statuses.get(each.id()).isCompleted())
                .findFirst()
                .orElse(kind.pipeline().steps().getLast());
        context.enter(step.id());
        fail(
                step,
                new StepResult.Failed(
                        RunProblem.NO_PROGRESS,
                        "The step began " + MOST_ATTEMPTS + " times and did not end: the manager ended or lost the run "
                                + "each time"));
    }

    /** @return whether the run continues; otherwise it has ended */
    private boolean proceed(Step<? super C> step) {
        StepResult result = lease.isCancelled() ? enterCancelled(step) : carryOut(step);
        if (result instanceof StepResult.Failed failed) {
            fail(step, failed);
            return false;
        }
        return true;
    }

    private StepResult enterCancelled(Step<? super C> step) {
        context.enter(step.id());
        return CANCELLED;
    }

    /**
     * Stores that the step has started, so that cancellation is rejected from the point of no return on. A cancellation
     * accepted before is carried out.
     */
    private boolean mayRun(Step<? super C> step) {
        if (!step.id().equals(kind.pipeline().pointOfNoReturn())) {
            return true;
        }
        RunRecord.Pulse pulse = record.pulse();
        if (!pulse.isOurs()) {
            throw new PermitLost("run " + record.id() + " was taken over");
        }
        lease.ignoreCancel();
        return !pulse.cancelRequested();
    }

    private StepResult carryOut(Step<? super C> step) {
        lease.check();
        context.enter(step.id());
        long start = System.nanoTime();
        record.stepStarted(step.id(), clock.instant(), progress());
        StepResult result = log.masked(mayRun(step) ? answer(step) : CANCELLED);
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
            context.say(detail);
        }
        log.flush();
        statuses.put(step.id(), status);
        record.stepEnded(step.id(), status, took, detail, progress());
        return result;
    }

    /** A failure after a cancellation request counts as the cancellation. */
    private StepResult answer(Step<? super C> step) {
        StepResult result = attempt(step);
        return result instanceof StepResult.Failed && lease.isCancelled() ? CANCELLED : result;
    }

    private StepResult attempt(Step<? super C> step) {
        try {
            return new StepThread(step.id(), patience).await(() -> step.run(context));
        } catch (StepThread.StepLeftBehind e) {
            return leaveBehind(e);
        } catch (ProblemException e) {
            e.errors().forEach(error -> context.warn(error.field() + " " + error.message()));
            return new StepResult.Failed(e.problem(), e.problem().title() + ": " + e.getMessage(), e.lastLines(), true);
        } catch (PermitLost e) {
            throw e;
        } catch (RunInterrupted e) {
            if (lease.isCancelled()) {
                return CANCELLED;
            }
            throw e;
        } catch (RuntimeException | Error e) {
            return unexpected(step, e);
        }
    }

    private StepResult leaveBehind(StepThread.StepLeftBehind e) {
        context.leaveBehind();
        LOG.warnf("Run %s: %s", record.id(), e.getMessage());
        if (lease.isLost()) {
            throw new PermitLost("taken over: " + e.getMessage());
        }
        if (!lease.isCancelled()) {
            throw new RunInterrupted("the manager is shutting down");
        }
        context.warn(e.getMessage());
        return CANCELLED;
    }

    private StepResult unexpected(Step<? super C> step, Throwable e) {
        if (lease.isLost()) {
            throw new PermitLost("taken over: " + e.getMessage());
        }
        if (lease.isCancelled()) {
            return CANCELLED;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new RunInterrupted("the manager is shutting down");
        }
        String occurrence = Uuid7.next().toString();
        LOG.errorf(e, "Run %s: step %s failed unexpectedly (%s)", record.id(), step.id(), occurrence);
        return new StepResult.Failed(
                RunProblem.INTERNAL,
                (e instanceof VirtualMachineError exhausted
                                ? exhausted.getClass().getSimpleName()
                                : "Internal error") + "; see " + occurrence + " in the manager's log");
    }

    private void fail(Step<? super C> step, StepResult.Failed failed) {
        lease.ignoreCancel();
        log.add(step.id(), "info", "error", failed.detail());
        if (!failed.evidence().isEmpty() && !failed.logged()) {
            log.add(step.id(), "info", "error", "Last output lines:");
            failed.evidence().forEach(line -> log.add(step.id(), "err", "error", line));
        }
        log.flush();
        Failure failure = new Failure(step.id(), failed.problem().code(), failed.detail(), false, failed.evidence());
        record.failed(failure);
        undo(failure);
    }

    private void undo(Failure failure) {
        lease.ignoreCancel();
        boolean undone = true;
        List<String> stays = new ArrayList<>();
        for (Step<? super C> step : kind.pipeline().steps().reversed()) {
            StepStatus stored = statuses.get(step.id());
            if (stored != null && stored.mayHaveActed()) {
                undone &= undo(step, stays);
            }
        }
        boolean wasCancelled = failure.code().equals(RunProblem.CANCELLED.code());
        if (!kind.undoesOnFailure() && !wasCancelled) {
            context.say(kind.failureMessage());
            end(new RunOutcome(RunStatus.FAILED, failure));
            return;
        }
        stays.forEach(context::warn);
        context.say(
                !undone
                        ? "Some changes could not be undone; see the errors above"
                        : stays.isEmpty() ? "All changes were undone" : "All other changes were undone");
        Failure outcome = failure.undone(undone).stays(stays);
        end(new RunOutcome(wasCancelled ? RunStatus.CANCELLED : RunStatus.FAILED, outcome));
    }

    private boolean undo(Step<? super C> step, List<String> stays) {
        context.enter(step.id());
        try {
            Optional<String> undone = step.undo(context);
            if (undone.isPresent()) {
                context.say(undone.get());
                markUndone(step);
            }
            step.stays(context).ifPresent(stays::add);
            return true;
        } catch (PermitLost | RunInterrupted e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "Run %s: undo of step %s failed", record.id(), step.id());
            log.add(step.id(), "info", "error", "Undo failed: " + e.getMessage());
            return false;
        }
    }

    private void markUndone(Step<? super C> step) {
        if (statuses.get(step.id()) == StepStatus.DONE) {
            statuses.put(step.id(), StepStatus.UNDONE);
            record.stepEnded(step.id(), StepStatus.UNDONE, null, null, progress());
        }
    }

    /** Changes the run and the rows of its feature in one transaction. */
    private void end(RunOutcome outcome) {
        log.flush();
        Failure failure = outcome.failure();
        LOG.infof(
                "Run %s (%s of %s) %s%s",
                record.id(),
                state.kind(),
                state.subject().name(),
                outcome.status().id(),
                failure == null ? "" : " in " + failure.step() + ": " + failure.detail());
        record.end(outcome, clock.instant(), () -> kind.end(context, outcome));
    }

    private int progress() {
        return Progress.percent(state.steps(), statuses);
    }
}
