package ai.nominate.tenantmgr.server;

/** In this order the lease's holder takes up its duties; it lays them down in the reverse one. */
public enum DutyPhase {
    /** What a manager that ended half-way left in rows is put right, and the server's own row is filled in. */
    ROWS,
    /** NGINX serves what the rows say. */
    NGINX,
    /** The services of tenants are found, started and watched. */
    SERVICES,
    /** Runs are taken up. */
    JOBS
}
