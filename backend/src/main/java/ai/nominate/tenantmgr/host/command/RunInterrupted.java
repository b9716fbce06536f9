package ai.nominate.tenantmgr.host.command;

/** The command was ended because its caller was cancelled (a cancelled deployment, a manager shutting down). */
public final class RunInterrupted extends RuntimeException {
    public RunInterrupted(String message) {
        super(message, null, false, false);
    }
}
