package ai.nominate.tenantmgr.run;

import java.util.Optional;

/**
 * One step of a pipeline. Runs on a virtual thread. May run twice after a crash: it looks first, then converges.
 *
 * @param <C> the context that the kind of run gives to its steps
 */
public interface Step<C extends RunContext> {
    /** Stable, for programs and rows: {@code copy-core-files}. */
    String id();

    /** A noun, for people: {@code Build}. */
    String title();

    /** The usual duration in milliseconds, until past runs tell a better one. At least 1. */
    int usualMs();

    StepResult run(C context);

    /**
     * Reverts what this step changed, after a later step or this one failed. Called also when the step was interrupted half-way.
     *
     * @return what was reverted, for people; empty when there was nothing to revert
     */
    default Optional<String> undo(C context) {
        return Optional.empty();
    }
}
