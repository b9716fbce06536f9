package ai.nominate.tenantmgr.job;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * The right to change the machine and the rows of a run. Checked before each effect: throws if another instance may
 * have taken the run over, so that no effect happens twice.
 */
@FunctionalInterface
public interface Permit {
    /** For effects outside of runs, such as starting NGINX with the manager. */
    Permit ALWAYS = () -> {};

    /** @throws PermitLost if the caller may no longer act */
    void check();

    /**
     * Runs the work in one transaction that commits only while the permit holds, and waits for it. Blocks.
     *
     * @throws PermitLost if the caller may no longer act; nothing was written
     */
    default <T> T transaction(Supplier<Uni<T>> work) {
        check();
        return Reactive.transaction(work);
    }
}
