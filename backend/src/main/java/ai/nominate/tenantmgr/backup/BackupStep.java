package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.backup.work.Work;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * One piece of a backup as a step of its run. If a later one fails, what was written is removed.
 *
 * @param piece does it, and says what was done
 */
record BackupStep(String id, String title, int usualMs, BackupWork work, BiFunction<BackupWork, Work, String> piece)
        implements Step<BackupContext> {
    @Override
    public StepResult run(BackupContext context) {
        return context.work()
                .get()
                .<StepResult>map(found -> new StepResult.Done(piece.apply(work, found)))
                .orElseGet(() -> new StepResult.Failed(BackupProblem.LOST, "The tenant was deleted meanwhile"));
    }

    @Override
    public Optional<String> undo(BackupContext context) {
        context.work().get().ifPresent(work::discard);
        return Optional.empty();
    }
}
