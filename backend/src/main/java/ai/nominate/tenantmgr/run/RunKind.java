package ai.nominate.tenantmgr.run;

import io.smallrye.mutiny.Uni;

/**
 * One kind of run: its steps, its context, and the rows that change with its end. A feature registers each kind as a bean.
 *
 * @param <C> the context of its steps
 */
public interface RunKind<C extends RunContext> {
    /** Stable, in rows and the API: {@code deploy}. */
    String id();

    /** Whether at most one run of this and other exclusive kinds may be active on a subject. */
    boolean isExclusive();

    Pipeline<C> pipeline();

    /** The context for one takeover of a run. Blocks. */
    C context(RunContext run);

    /** The last line of the log of a run that succeeded. */
    String successMessage();

    /** Whether the steps of a failed run are undone. When not, the run is started again to finish. */
    default boolean undoesOnFailure() {
        return true;
    }

    /** The last line of the log of a failed run whose steps are not undone. */
    default String failureMessage() {
        return "";
    }

    /** Changes the feature's rows in the transaction that ends the run. Runs in that transaction. */
    Uni<?> end(C context, RunOutcome outcome);
}
