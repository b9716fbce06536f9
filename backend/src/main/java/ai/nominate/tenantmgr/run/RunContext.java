package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.Secret;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a step may know and write. All that must survive a crash is in rows; nothing is handed from step to step in memory. A
 * kind of run extends this with its own facts.
 */
public interface RunContext {
    /** The id of the run. */
    UUID run();

    RunSubject subject();

    /** When the run was requested. */
    Instant queuedAt();

    /** The permit, marks and output of the run's commands. */
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
     * Runs the work in one transaction that commits only while the run is still this manager's.
     *
     * @throws ai.nominate.tenantmgr.job.PermitLost when it is not; nothing was written then
     */
    default <T> T transaction(Supplier<Uni<T>> work) {
        return permit().transaction(work);
    }

    /** Called before each step, also before it is undone. Facts that were read for the step before are read anew. */
    void enter(String step);
}
