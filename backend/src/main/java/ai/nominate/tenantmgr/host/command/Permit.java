package ai.nominate.tenantmgr.host.command;

/**
 * Asked before each effect on a machine. A run that may have been taken over by another instance throws instead of acting,
 * so that nothing is done twice at once.
 */
@FunctionalInterface
public interface Permit {
    /** For effects that belong to no run, such as starting NGINX with the manager. */
    Permit ALWAYS = () -> {};

    /** @throws PermitLost when the caller may no longer act */
    void check();
}
