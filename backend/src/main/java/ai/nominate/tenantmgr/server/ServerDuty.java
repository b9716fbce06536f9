package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.job.Permit;

/**
 * What only the holder of the server's lease does. A feature implements it to take part in the start-up; the manager begins
 * every duty when it gets the lease and ends it when it loses the lease or stops. Both block, and are never called at once.
 */
public interface ServerDuty {
    DutyPhase phase();

    /**
     * @param permit valid while this lease is held; later actions check it again
     * @throws RuntimeException the duties that have begun are ended again, and the lease is given back
     */
    void begin(Permit permit);

    /** The lease may be lost already: changes nothing on the machine, and stops what would. */
    default void end() {}
}
