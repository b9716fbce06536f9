package ai.nominate.tenantmgr.analysis.browser;

/** Numbers between the manager and the program: how it ended, beside 0. A shell and a signal use other numbers. */
public final class ExitCode {
    /** Of a JVM that has used up its memory and was told to end then. */
    public static final int OUT_OF_MEMORY = 3;

    public static final int NOT_REACHED = 70;
    public static final int NOT_A_PAGE = 71;
    public static final int TOO_HEAVY = 72;
    public static final int NO_BROWSER = 73;

    /** What the proxy answers, as an HTTP status, when an address may not be reached. */
    public static final int REFUSED_BY_PROXY = 470;

    private ExitCode() {}
}
