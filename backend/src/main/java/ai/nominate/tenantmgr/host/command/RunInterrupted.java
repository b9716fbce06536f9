package ai.nominate.tenantmgr.host.command;

/** The command was ended because its caller was asked to stop (a cancelled deployment, a manager on its way down). */
public final class RunInterrupted extends RuntimeException {
    public RunInterrupted(String message) {
        super(message, null, false, false);
    }
}
