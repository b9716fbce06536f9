package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.LogPage;
import ai.nominate.tenantmgr.host.process.Listener;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs the code of tenants and releases within limits: services, which run with or without the manager, and tasks, which end.
 * The only way to do so. All methods block and may be called from any thread. Each driver passes the same contract tests.
 */
public interface Supervisor extends AutoCloseable {
    /**
     * Reads what an earlier manager recorded, and supervises it from now on: restarts what is kept, enforces limits. Until
     * then, and after {@link #close}, nothing happens by itself.
     *
     * @param permit checked before anything is done without a request, such as a restart
     */
    void watch(Permit permit);

    /**
     * Starts it unless it runs. Not restarted after a crash until it is kept: a crash of a new slot must be visible.
     *
     * @throws PermitLost before anything is started
     */
    void start(Unit unit, Permit permit);

    /**
     * From now on it is restarted after a crash, with increasing pauses, until there were too many crashes in a row.
     */
    void keep(Unit unit);

    /**
     * Terminates it, kills it after the grace period, and returns once all its processes have ended. Ends the keeping.
     * Idempotent.
     *
     * @throws PermitLost before anything is stopped
     */
    void stop(UnitId id, Duration grace, Permit permit);

    /** An unknown unit is reported as stopped. */
    UnitStatus status(UnitId id);

    /**
     * The units that were ever started, by tenant, in the order of their names. Costs one look at the machine however many
     * tenants are asked for. A tenant without units has an empty list.
     */
    Map<TenantSlug, List<UnitStatus>> statuses(Set<TenantSlug> tenants);

    /** Those of one tenant. */
    default List<UnitStatus> statuses(TenantSlug tenant) {
        return statuses(Set.of(tenant)).get(tenant);
    }

    /**
     * A page of a unit's log, oldest line first: whole lines from at most 256 KiB. No lines means that there are none yet.
     *
     * @param cursor of the page before, which stays valid when the log is rotated; empty for the oldest line there is
     * @param limit of lines, at least 1
     * @throws InvalidValue when the cursor is not one of an earlier page
     */
    LogPage log(UnitId id, String cursor, int limit);

    /**
     * The same, but waits for a line when there is none yet.
     *
     * @param patience how long; then the page is empty
     * @throws RunInterrupted when the thread is interrupted while it waits
     */
    LogPage follow(UnitId id, String cursor, int limit, Duration patience);

    /**
     * A line with those beside it, wherever they are kept since the log was rotated. The page's cursor goes on after them.
     *
     * @param place that of the line in an earlier page
     * @param before how many lines before it at most
     * @param after how many lines from it on at most, at least 1
     * @return no line if this one is no longer kept
     * @throws InvalidValue when the place is not one of an earlier page
     */
    LogPage around(UnitId id, String place, int before, int after);

    /**
     * The end of a unit's log since it was last started on request, so that no line of an earlier attempt is taken for one of
     * this; restarts by itself belong to the attempt. The page's cursor follows what comes next.
     */
    LogPage lastPage(UnitId id, int count);

    /** The lines of {@link #lastPage}. */
    default List<String> lastLines(UnitId id, int count) {
        return lastPage(id, count).lines();
    }

    /** Whether the socket that listens on the port belongs to this unit, and not to another process that answers instead. */
    boolean listens(UnitId id, PortNumber port);

    /** The sockets on which the unit waits for connections. */
    List<Listener> listeners(UnitId id);

    /**
     * For the start of the manager: adopts those wanted units that run and starts missing ones. Does not touch others.
     */
    AdoptedUnits adopt(Collection<Unit> wanted);

    /** Whether the record of a unit is stored, so that the next manager adopts it. */
    boolean isRecorded(Unit unit);

    /** Removes the records of a tenant's stopped units, when the tenant is deleted. */
    void forget(TenantSlug slug);

    /**
     * Runs a task to its end, and to the end of everything that it started. One that exceeds a limit is ended at once, and its
     * result says which.
     *
     * @param scope the run that it belongs to: marks its processes, permits it, takes its output
     * @throws PermitLost before anything is started
     * @throws RunInterrupted when the calling thread was interrupted; the task is ended first
     */
    CommandResult run(Task task, RunScope scope);

    /** Whether each tenant has a user of its own, to whom its files belong: the manager then reaches them by a task alone. */
    boolean hasUserPerTenant();

    /** Why what runs here sees more of the machine than its {@link FileView}, for people; empty if it does not. */
    Optional<String> exposure();

    /** Stops watching, and neither stops nor restarts anything from now on: services outlive the manager. */
    @Override
    void close();
}
