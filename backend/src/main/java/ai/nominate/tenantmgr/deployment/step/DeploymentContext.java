package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.run.engine.WrappedRunContext;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The context of a run that changes what a tenant's visitors see. Facts are read once per step. */
public interface DeploymentContext extends WrappedRunContext {
    /** The tenant at the start of the step, or after the step's last change to it. */
    TenantSnapshot tenant();

    /** The tenant with the names that the run assigns to it: what the services of the pinned slot get. */
    TenantSnapshot intended();

    /** The tenant's status before the run was queued. */
    TenantStatus statusBefore();

    /** What was requested. */
    Order order();

    /** The values pinned by {@code preflight}. */
    Pinned pinned();

    /** The values pinned by the target of a rollback. */
    Pinned target();

    /**
     * Pins slot, commit and configuration for the rest of the run.
     *
     * @param message the first line of the commit's message; null if unknown
     */
    void pin(Slot slot, String ref, String commit, String message, int configVersion);

    void pinRelease(String release);

    /** Remembers the theme that visitors get with the release; 0 if the tenant has none. */
    void pinTheme(int version);

    /** Whether the pinned release has served the tenant's visitors with the pinned configuration before. */
    default boolean hasServed() {
        Pinned pinned = pinned();
        boolean isLive = tenant().live().filter(live -> live == pinned.slot()).isPresent();
        return isLive || order().target().isPresent();
    }

    /** Changes rows of the tenant in one transaction that commits only while this manager owns the run. */
    void change(Function<UUID, Uni<?>> work);

    /**
     * The values of the request.
     *
     * @param ref the branch, tag or commit to deploy; empty for the tenant's own
     * @param target the deployment to roll back to; empty for the previous one
     * @param restoreTheme whether the theme of the target's time comes back too
     * @param change the requested change of the tenant, as JSON; the name of a one-off command; empty for other kinds
     */
    record Order(
            Optional<String> ref,
            Optional<UUID> target,
            boolean restoreTheme,
            boolean removeFiles,
            boolean removeDatabase,
            boolean skipBackup,
            Optional<String> change) {}

    /**
     * @param slot the slot of the new release; null before preflight
     * @param message the first line of the commit's message; null if unknown
     * @param release null until the release is built
     * @param themeVersion null until the switch
     */
    record Pinned(
            Slot slot,
            String ref,
            String commit,
            String message,
            Integer configVersion,
            String release,
            Integer themeVersion) {
        public Pinned withRelease(String built) {
            return new Pinned(slot, ref, commit, message, configVersion, built, themeVersion);
        }

        public Pinned withTheme(int version) {
            return new Pinned(slot, ref, commit, message, configVersion, release, version);
        }
    }
}
