package ai.nominate.tenantmgr.host.process;

/**
 * Environment variables with which the manager finds its own processes. Child processes inherit them, so that those
 * that left the session are found too. For identification only, not for isolation.
 */
public final class ProcessMarkers {
    /** The absolute home of the manager that started it: separates several managers on one machine. */
    public static final String OWNER = "TENANTMGR_OWNER";

    /** {@code <deployment>:<epoch>} */
    public static final String RUN = "TENANTMGR_RUN";

    /** Unique for each command, to find child processes that left its session. */
    public static final String COMMAND = "TENANTMGR_COMMAND";

    /** {@code build/<release>}, {@code migrate/<slug>} or {@code command/<slug>}, for people who list processes. */
    public static final String TASK = "TENANTMGR_TASK";

    /** {@code <slug>/<slot>/<service>} */
    public static final String SERVICE = "TENANTMGR_SERVICE";

    private ProcessMarkers() {}
}
