package ai.nominate.tenantmgr.run.engine;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Uuid7;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Carries out one step, and makes a result of however it ends. What ends the claim instead, the loss of the run or the end of the
 * manager, is thrown.
 */
final class StepAttempt {
    static final StepResult.Failed CANCELLED = new StepResult.Failed(RunProblem.CANCELLED, "The run was cancelled");
    private static final Logger LOG = Logger.getLogger(StepAttempt.class);

    private final RunRecord record;
    private final RunLease lease;
    private final RunContext context;
    private final Duration patience;

    /** @param patience how long a cancelled step may go on before the run goes on without it */
    StepAttempt(RunRecord record, RunLease lease, RunContext context, Duration patience) {
        this.record = record;
        this.lease = lease;
        this.context = context;
        this.patience = patience;
    }

    /**
     * A failure after a cancellation request counts as the cancellation.
     *
     * @throws PermitLost if another instance took the run over
     * @throws RunInterrupted if the manager is shutting down
     */
    StepResult of(Step<?> step, Supplier<StepResult> work) {
        StepResult result = attempt(step, work);
        return result instanceof StepResult.Failed && lease.isCancelled() ? CANCELLED : result;
    }

    private StepResult attempt(Step<?> step, Supplier<StepResult> work) {
        try {
            return new StepThread(step.id(), patience).await(work);
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

    private StepResult unexpected(Step<?> step, Throwable e) {
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
}
