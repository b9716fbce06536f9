package ai.nominate.tenantmgr.host.command;

/** This run is no longer ours: another instance may have it by now. Whoever catches this stops at once and undoes nothing. */
public final class PermitLost extends RuntimeException {
    public PermitLost(String message) {
        super(message, null, false, false);
    }
}
