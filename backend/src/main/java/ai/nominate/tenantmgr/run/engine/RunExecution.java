package ai.nominate.tenantmgr.run.engine;

import ai.nominate.tenantmgr.job.PermitLost;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
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

    private final RunKind<C> kind;
    private final RunRecord record;
    private final RunState state;
    private final RunLease lease;
    private final RunLog log;
    private final C context;
    private final Clock clock;
    private final Duration patience;
    private final ThreadFactory threads;
    private final StepLedger ledger;
    private final StepAttempt attempt;
    private Preparation preparation = Preparation.NONE;

    public RunExecution(
            RunKind<C> kind, RunRecord record, RunState state, RunLease lease, RunLog log, C context, Clock clock) {
        this(
                kind,
                record,
                state,
                lease,
                log,
                context,
                clock,
                PATIENCE,
                Thread.ofVirtual().name("prepare-" + record.id()).factory());
    }

    /**
     * @param patience how long a cancelled step may go on before the run goes on without it
     * @param threads makes those that prepare steps
     */
    RunExecution(
            RunKind<C> kind,
            RunRecord record,
            RunState state,
            RunLease lease,
            RunLog log,
            C context,
            Clock clock,
            Duration patience,
            ThreadFactory threads) {
        this.kind = kind;
        this.record = record;
        this.state = state;
        this.lease = lease;
        this.log = log;
        this.context = context;
        this.clock = clock;
        this.patience = patience;
        this.threads = threads;
        this.ledger = new StepLedger(record, state, clock);
        this.attempt = new StepAttempt(record, lease, context, patience);
    }

    /**
     * @throws PermitLost if another instance took the run over; @throws RunInterrupted if the manager is shutting down
     */
    public void execute() {
        try {
            goOn();
        } finally {
            preparation.stop(patience);
        }
    }

    private void goOn() {
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
        if (areCarriedOut(
                kind.pipeline().steps().stream().filter(ledger::isOpen).toList())) {
            lease.ignoreCancel();
            context.say(kind.successMessage());
            end(new RunOutcome(RunStatus.SUCCEEDED, null));
        }
    }

    /** @return whether all succeeded; otherwise the run has ended */
    private boolean areCarriedOut(List<Step<? super C>> steps) {
        boolean isStarted = false;
        for (int i = 0; i < steps.size(); i++) {
            Step<? super C> step = steps.get(i);
            if (!isStarted && lease.isCancelled()) {
                context.enter(step.id());
                fail(step, StepAttempt.CANCELLED);
                return false;
            }
            lease.check();
            context.enter(step.id());
            if (!isStarted) {
                ledger.start(step);
            }
            long start = System.nanoTime();
            StepResult result = log.masked(carryOut(step));
            Step<? super C> next = i + 1 < steps.size() ? steps.get(i + 1) : null;
            isStarted = isEnded(step, result, Duration.ofNanos(System.nanoTime() - start), next);
            if (result instanceof StepResult.Failed failed) {
                fail(step, failed);
                return false;
            }
        }
        return true;
    }

    private StepResult carryOut(Step<? super C> step) {
        if (!mayRun(step)) {
            return StepAttempt.CANCELLED;
        }
        Preparation earlier = preparation;
        List<Step<? super C>> later = kind.pipeline().preparedDuring(step.id()).stream()
                .filter(ledger::isOpen)
                .toList();
        if (!later.isEmpty()) {
            earlier.stop(patience);
            preparation = Preparation.of(
                    later, lease, (other, permit) -> kind.context(context.beside(other.id(), permit)), threads);
        }
        return attempt.of(step, () -> earlier.result(step.id()).orElseGet(() -> step.run(context)));
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

    /** @return whether the next step is started by that */
    private boolean isEnded(Step<? super C> step, StepResult result, Duration took, Step<? super C> next) {
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
        boolean goesOn = next != null && status != StepStatus.FAILED && !lease.isCancelled();
        log.flushWhile(() -> ledger.end(step, status, took, detail, goesOn ? next : null));
        return goesOn;
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
        List<Step<? super C>> steps = kind.pipeline().steps();
        Step<? super C> step = steps.stream().filter(ledger::isOpen).findFirst().orElse(steps.getLast());
        context.enter(step.id());
        fail(
                step,
                new StepResult.Failed(
                        RunProblem.NO_PROGRESS,
                        "The step began " + MOST_ATTEMPTS + " times and did not end: the manager ended or lost the run "
                                + "each time"));
    }

    private void fail(Step<? super C> step, StepResult.Failed failed) {
        lease.ignoreCancel();
        preparation.stop(patience);
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
        end(new RunUndo<>(kind, record, ledger, log, context).of(failure));
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
}
