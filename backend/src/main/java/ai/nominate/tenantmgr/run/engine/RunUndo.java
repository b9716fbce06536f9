package ai.nominate.tenantmgr.run.engine;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.job.PermitLost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Undoes the steps of a failed run that may have acted, the last one first, and those that may have been prepared. A step whose undo
 * fails does not keep the others from being undone.
 *
 * @param <C> the context of the steps
 */
final class RunUndo<C extends RunContext> {
    private static final Logger LOG = Logger.getLogger(RunUndo.class);

    private final RunKind<C> kind;
    private final RunRecord record;
    private final StepLedger ledger;
    private final RunLog log;
    private final C context;
    private final List<String> stays = new ArrayList<>();
    private boolean isComplete = true;

    RunUndo(RunKind<C> kind, RunRecord record, StepLedger ledger, RunLog log, C context) {
        this.kind = kind;
        this.record = record;
        this.ledger = ledger;
        this.log = log;
        this.context = context;
    }

    /**
     * Blocks.
     *
     * @return how the run ends
     */
    RunOutcome of(Failure failure) {
        for (Step<? super C> step : kind.pipeline().steps().reversed()) {
            if (ledger.mayHaveActed(step.id()) || isPrepared(step)) {
                undo(step);
            }
        }
        boolean wasCancelled = failure.code().equals(RunProblem.CANCELLED.code());
        if (!kind.undoesOnFailure() && !wasCancelled) {
            context.say(kind.failureMessage());
            return new RunOutcome(RunStatus.FAILED, failure);
        }
        stays.forEach(context::warn);
        context.say(
                !isComplete
                        ? "Some changes could not be undone; see the errors above"
                        : stays.isEmpty() ? "All changes were undone" : "All other changes were undone");
        Failure outcome = failure.undone(isComplete).stays(stays);
        return new RunOutcome(wasCancelled ? RunStatus.CANCELLED : RunStatus.FAILED, outcome);
    }

    private boolean isPrepared(Step<? super C> step) {
        return kind.pipeline().preparation(step).filter(ledger::mayHaveActed).isPresent();
    }

    private void undo(Step<? super C> step) {
        context.enter(step.id());
        try {
            Optional<String> undone = step.undo(context);
            if (undone.isPresent()) {
                context.say(undone.get());
                ledger.undone(step);
            }
            step.stays(context).ifPresent(stays::add);
        } catch (PermitLost | RunInterrupted e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "Run %s: undo of step %s failed", record.id(), step.id());
            log.add(step.id(), "info", "error", "Undo failed: " + e.getMessage());
            isComplete = false;
        }
    }
}
