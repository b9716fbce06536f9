package ai.nominate.tenantmgr.server;

/** The order in which the lease holder starts its duties; they stop in reverse order. */
public enum DutyPhase {
    /** Repairs rows left incomplete by a crashed manager, and fills in the server's row. */
    ROWS,
    /** Applies the rows to NGINX. */
    NGINX,
    /** Adopts, starts and supervises the services of tenants. */
    SERVICES,
    /** Resumes runs. */
    JOBS
}
