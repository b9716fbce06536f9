package ai.nominate.tenantmgr.run.engine;

import java.util.Optional;

/**
 * One step of a pipeline. Runs on a virtual thread. Must be idempotent: it may run again after a crash.
 *
 * @param <C> the context provided by the kind of run
 */
public interface Step<C extends RunContext> {
    /** Stable id for programs and rows: {@code copy-core-files}. */
    String id();

    /** Title shown to users: a noun, like {@code Build}. */
    String title();

    /** Expected duration in milliseconds, used until past runs provide one. At least 1. */
    int usualMs();

    StepResult run(C context);

    /**
     * Does what can be done of this step while an earlier one still runs. What it does is a part of this step: {@link #run}, which
     * may follow it after a crash or not at all, does it again if it is not there, and {@link #undo} undoes it.
     *
     * @return the result of the step if nothing is left to do; else empty. Failures are left to {@link #run}
     */
    default Optional<StepResult> prepare(C context) {
        return Optional.empty();
    }

    /**
     * Undoes this step after it, or a later step, failed. Also called if the step was interrupted, or prepared alone.
     *
     * @return a sentence for the log; empty if there was nothing to undo
     */
    default Optional<String> undo(C context) {
        return Optional.empty();
    }

    /**
     * What the step did, or may have done, that its undo leaves as it is. Asked after the undo.
     *
     * @return a sentence for the failure and the log; empty if nothing stays
     */
    default Optional<String> stays(C context) {
        return Optional.empty();
    }
}
