package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Keeps services running, whether the manager is there or not. All methods block, and may be called from any thread. */
public interface Supervisor {
    /**
     * Starts it unless it runs. Not restarted when it dies until it is kept: a new slot that dies must be seen.
     *
     * @throws PermitLost before anything is started
     */
    void start(Unit unit, Permit permit);

    /** From now on it is started again when it dies, after ever longer pauses, until it has died too often in a row. */
    void keep(Unit unit);

    /**
     * Asks it to end, kills it after the grace, and returns when nothing of it is left. Ends the keeping. May be repeated.
     *
     * @throws PermitLost before anything is stopped
     */
    void stop(UnitId id, Duration grace, Permit permit);

    /** A unit that was never seen is stopped. */
    UnitStatus status(UnitId id);

    /** Those of a tenant that were ever started, in the order of their names. */
    List<UnitStatus> statuses(TenantSlug slug);

    /** The end of its log, oldest line first. */
    List<String> lastLines(UnitId id, int count);

    /** Whether whoever listens on the port belongs to this unit, and not a stranger who answers in its place. */
    boolean listens(UnitId id, PortNumber port);

    /** For the manager's start: keeps what still runs of the wanted units and starts what is missing. Leaves others alone. */
    AdoptedUnits adopt(Collection<Unit> wanted);

    /** Drops what is remembered of a tenant's stopped units, when the tenant is deleted. */
    void forget(TenantSlug slug);
}
