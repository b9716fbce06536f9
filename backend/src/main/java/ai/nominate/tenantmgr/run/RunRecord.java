package ai.nominate.tenantmgr.run;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The rows of one claimed run, as its execution reads and writes them. Each write bears the epoch of the claim: after another
 * claim it changes nothing and throws {@link ai.nominate.tenantmgr.job.PermitLost}. Blocks.
 */
interface RunRecord {
    UUID id();

    /** The number of this claim, from 1. */
    long epoch();

    RunState state();

    Pulse pulse();

    void stepStarted(String step, Instant at, int progressPercent);

    /** @param took null to keep what is stored; {@code detail} likewise */
    void stepEnded(String step, StepStatus status, Duration took, String detail, int progressPercent);

    /** Records the failure before anything is undone, so that a resumed run undoes too. */
    void failed(Failure failure);

    /** Ends the run together with the rows that the work changes. */
    void end(RunOutcome outcome, Instant at, Supplier<? extends Uni<?>> work);

    /** Runs the work in one transaction, if the claim still holds. */
    <T> T transaction(Supplier<Uni<T>> work);

    /**
     * @param isOurs whether the claim still holds
     * @param cancelRequested whether a user requested to cancel the run
     */
    record Pulse(boolean isOurs, boolean cancelRequested) {}
}
