package ai.nominate.tenantmgr.run.engine;

import io.smallrye.mutiny.Uni;

/**
 * One kind of run: its steps, its context, and the rows that change when it ends. A feature registers each as a bean.
 *
 * @param <C> the context of its steps
 */
public interface RunKind<C extends RunContext> {
    /** Stable id, in rows and the API: {@code deploy}. */
    String id();

    /** Whether only one run of this and other exclusive kinds may be active per subject. */
    boolean isExclusive();

    /**
     * Whether runs of this kind have workers of their own, apart from those that build releases: long runs that make no progress
     * must not keep a tenant from being stopped or deleted.
     */
    default boolean isShort() {
        return false;
    }

    /** Whether runs of this kind need so much of the machine that only two go on at a time; the others wait. */
    default boolean isHeavy() {
        return false;
    }

    Pipeline<C> pipeline();

    /** Creates the context for one claim of a run. Blocks. */
    C context(RunContext run);

    /** The last log line of a run that succeeded. */
    String successMessage();

    /** Whether the steps of a failed run are undone. If not, the run is repeated to complete it. */
    default boolean undoesOnFailure() {
        return true;
    }

    /** The last log line of a failed run whose steps are not undone. */
    default String failureMessage() {
        return "";
    }

    /** Changes the feature's rows in the transaction that ends the run. */
    Uni<?> end(C context, RunOutcome outcome);
}
