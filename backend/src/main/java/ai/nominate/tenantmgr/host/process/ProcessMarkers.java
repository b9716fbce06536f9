package ai.nominate.tenantmgr.host.process;

/**
 * Variables in a process's environment by which the manager finds its own again. Children inherit them, so that one who left
 * the session is found too. They mark; they keep nobody out.
 */
public final class ProcessMarkers {
    /** The absolute home of the manager that started it: two managers on one machine leave each other alone. */
    public static final String OWNER = "TENANTMGR_OWNER";

    /** {@code <deployment>:<epoch>} */
    public static final String RUN = "TENANTMGR_RUN";

    /** One for each command, so that its end reaches those that left its session. */
    public static final String COMMAND = "TENANTMGR_COMMAND";

    /** {@code build/<release>}, {@code migrate/<slug>} or {@code command/<slug>}, for people who list processes. */
    public static final String TASK = "TENANTMGR_TASK";

    /** {@code <slug>/<slot>/<service>} */
    public static final String SERVICE = "TENANTMGR_SERVICE";

    private ProcessMarkers() {}
}
