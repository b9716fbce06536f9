package ai.nominate.tenantmgr.job;

/** The caller may no longer act: another instance may have taken the run over. Stop immediately and undo nothing. */
public final class PermitLost extends RuntimeException {
    public PermitLost(String message) {
        super(message, null, false, false);
    }
}
