package ai.nominate.tenantmgr.run.engine;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The rows of one claimed run. Every write is conditional on the epoch of the claim: after another claim it has no
 * effect and throws {@link ai.nominate.tenantmgr.job.PermitLost}. Blocks.
 */
public interface RunRecord {
    UUID id();

    /** The number of this claim, from 1. */
    long epoch();

    /**
     * How many claims, this one included, have begun since the run last completed a step or began its undo. At least 1; a claim that
     * was given back does not count.
     */
    int attempt();

    /** Gives the claim back unused, because the manager is shutting down. */
    void giveBack();

    RunState state();

    Pulse pulse();

    void stepStarted(String step, Instant at, int progressPercent);

    /**
     * Stores the end of a step, and in the same transaction that the next one starts.
     *
     * @param next null if no step starts
     * @param at when it starts
     */
    void stepEnded(StepEnd end, String next, Instant at, int progressPercent);

    /** Stores the failure before anything is undone, so that a resumed run continues the undo. */
    void failed(Failure failure);

    /** Ends the run and applies the work in the same transaction. */
    void end(RunOutcome outcome, Instant at, Supplier<? extends Uni<?>> work);

    /** Runs the work in one transaction if the claim is still valid. */
    <T> T transaction(Supplier<Uni<T>> work);

    /**
     * @param isOurs whether the claim is still valid
     * @param cancelRequested whether cancellation was requested
     */
    record Pulse(boolean isOurs, boolean cancelRequested) {}
}
