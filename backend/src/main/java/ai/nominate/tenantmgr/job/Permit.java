package ai.nominate.tenantmgr.job;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * The right to change the machine and the rows of a run. Checked before each effect: a run that another instance may have
 * taken over throws instead of acting, so that nothing is done twice at once.
 */
@FunctionalInterface
public interface Permit {
    /** For effects that belong to no run, such as starting NGINX with the manager. */
    Permit ALWAYS = () -> {};

    /** @throws PermitLost when the caller may no longer act */
    void check();

    /**
     * Runs the work in one transaction that commits only while the permit holds, and waits for it. Blocks.
     *
     * @throws PermitLost when the caller may no longer act; nothing was written then
     */
    default <T> T transaction(Supplier<Uni<T>> work) {
        check();
        return Reactive.transaction(work);
    }
}
