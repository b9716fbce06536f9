package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.TenantSlug;


import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Keeps services running, with or without the manager. All methods block and may be called from any thread. */
public interface Supervisor {
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

    /** All known units of a tenant, by name. */
    List<UnitStatus> statuses(TenantSlug slug);

    /** The last lines of its log, oldest first. */
    List<String> lastLines(UnitId id, int count);

    /** Whether the listener of the port belongs to this unit, and not to a foreign process. */
    boolean listens(UnitId id, PortNumber port);

    /**
     * For the start of the manager: adopts those wanted units that run and starts missing ones. Does not touch others.
     */
    AdoptedUnits adopt(Collection<Unit> wanted);

    /** Removes the records of a tenant's stopped units, when the tenant is deleted. */
    void forget(TenantSlug slug);
}
