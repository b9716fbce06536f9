package ai.nominate.tenantmgr.host.command;

/** The run may have been taken over by another instance. The catcher must stop immediately and undo nothing. */
public final class PermitLost extends RuntimeException {
    public PermitLost(String message) {
        super(message, null, false, false);
    }
}
