package ai.nominate.tenantmgr.host.command;

/**
 * Checked before each effect on a machine. Throws if the run may have been taken over by another instance, so that no
 * effect happens twice.
 */
@FunctionalInterface
public interface Permit {
    /** For effects outside of runs, such as starting NGINX with the manager. */
    Permit ALWAYS = () -> {};

    /** @throws PermitLost if the caller may no longer act */
    void check();
}
