package ai.nominate.tenantmgr.run.engine;

import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.Secret;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Input and output of a step. State that must survive a crash is in rows; steps pass nothing to each other in memory. A
 * kind of run extends this with its own facts.
 */
public interface RunContext {
    /** The id of the run. */
    UUID run();

    RunSubject subject();

    /** The time of the request. */
    Instant queuedAt();

    /** Permit, marks and output sink of the run's commands. */
    RunScope scope();

    Permit permit();

    /** Writes a sentence of the manager to the log. */
    void say(String sentence);

    void warn(String sentence);

    /** Writes a line of a program's output to the log. */
    void quote(LineSink.Stream stream, String line);

    /** Masks a value in every later line of the log. */
    void mask(Secret secret);

    /**
     * Runs the work in one transaction that commits only while this manager owns the run.
     *
     * @throws ai.nominate.tenantmgr.job.PermitLost if it does not; nothing was written
     */
    default <T> T transaction(Supplier<Uni<T>> work) {
        return permit().transaction(work);
    }

    /**
     * The context of another step of the run, which works at the same time. A kind of run makes its own from it.
     *
     * @param permit what the other step may do
     */
    RunContext beside(String step, Permit permit);

    /** Withdraws the permit of the present step, which does not stop, and gives the run a new one. */
    void leaveBehind();

    /** Called before each step and each undo. Facts read for the previous step are read again. */
    void enter(String step);
}
