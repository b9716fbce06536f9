package ai.nominate.tenantmgr.kernel;

/**
 * The order in which a starting manager looks at what it needs, before it serves anything: priorities for observers of the
 * start. What only the holder of the server's lease does begins with the lease, in an order of its own.
 */
public final class StartupPhase {
    /** Variables of the environment make sense. */
    public static final int VARIABLES = 100;
    /** The key files are those of this database's installation. */
    public static final int KEYS = 200;
    /** The rows allow what the variables say. */
    public static final int ROWS = 300;
    /** There is a user who can sign in. */
    public static final int FIRST_USER = 400;
    /** The lease of the server is taken, if it is free, and its duties begin. */
    public static final int LEASE = 500;
    /** Consumers of events resume at their positions. */
    public static final int CONSUMERS = 600;

    private StartupPhase() {}
}
