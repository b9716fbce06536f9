package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.process.Families;
import ai.nominate.tenantmgr.host.process.Listener;
import ai.nominate.tenantmgr.host.process.LiveProcess;
import ai.nominate.tenantmgr.host.process.ProcessIdentity;
import ai.nominate.tenantmgr.host.process.ProcessUsage;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What a machine does for its supervisor: starts the processes of units and tasks, finds, measures and ends them. Decides nothing: when
 * a unit is started again and what is told of it is the supervisor's. All methods block.
 */
public interface UnitDriver {
    /** The processes of all units, in one look. The mark of a family is the text of its unit's id. */
    Families look();

    /**
     * @param ended may be told the end of the process with its exit code; a driver that is not told itself leaves it out, and the
     *     supervisor notices when it looks
     * @throws UncheckedIOException if it could not be started
     */
    ProcessIdentity launch(Unit unit, BiConsumer<ProcessIdentity, Integer> ended);

    boolean alive(ProcessIdentity leader);

    /** Finds a running unit if there is no record of it or the record is wrong. */
    Optional<ProcessIdentity> leader(UnitId id);

    /** @param leader process whose session counts even without marks; null for none */
    List<LiveProcess> processes(UnitId id, ProcessIdentity leader);

    /** Ends all processes of a unit; returns when there are none. */
    void end(UnitId id, ProcessIdentity leader, Duration grace);

    /** @return the exit code of the leader that ended, 128 + n for signal n; null if it is not known */
    Integer exit(UnitId id, ProcessIdentity leader);

    /** Which limit a running unit exceeds, for people; see {@link Unit#origin}. */
    Optional<String> excess(Unit unit, List<ProcessUsage> family);

    /** The limit for which the machine itself ended it, before {@link #end} is called. */
    Optional<String> excessAtEnd(Unit unit);

    /** Whether the port has a listener, and all its listeners are processes of this unit. */
    boolean listens(UnitId id, ProcessIdentity leader, PortNumber port);

    List<Listener> listeners(UnitId id, ProcessIdentity leader);

    UnitLogs logs();

    /** Ends the tasks of a manager that is gone. */
    void endForgottenTasks();

    /** @see Supervisor#run */
    CommandResult run(Task task, RunScope scope);

    /** @see Supervisor#hasUserPerTenant */
    boolean hasUserPerTenant();

    /** @see Supervisor#exposure */
    Optional<String> exposure();

    /** The unit will not run again, or not as what it was. Its log may stay. */
    void forget(UnitId id);

    /** The tenant is deleted, its units are stopped: its files become the manager's, in their places below the home. */
    void forget(TenantSlug slug);
}
