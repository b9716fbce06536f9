package ai.nominate.tenantmgr.analysis.browser;

/** Ends the program: the exit code tells the manager why. */
final class CaptureFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exit;

    /** @param detail one line; names nothing that the page said */
    CaptureFailed(int exit, String detail) {
        super(detail);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
