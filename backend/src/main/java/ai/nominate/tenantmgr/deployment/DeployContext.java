package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import java.util.Optional;
import java.util.UUID;

/**
 * What a step may know and say. All that must outlive a crash is in the run's row; nothing is handed from step to step in
 * memory.
 */
public interface DeployContext {
    UUID deployment();

    /** The tenant as it is now. */
    TenantSnapshot tenant();

    /** What was ordered. */
    Order order();

    /** What {@code preflight} pinned. */
    Pinned pinned();

    /** Which permit and marks the run's commands carry, and where their output goes. */
    RunScope scope();

    Permit permit();

    /** Says something to whoever follows the deployment. */
    void say(String sentence);

    void warn(String sentence);

    /** Lines of a program, as it wrote them. */
    void quote(LineSink.Stream stream, String line);

    /** Never to be read in the log. */
    void redact(ai.nominate.tenantmgr.kernel.Secret secret);

    /** Pins slot, commit and configuration for the rest of the run. */
    void pin(Slot slot, String ref, String commit, int configVersion);

    void pinRelease(String release);

    /** Changes the tenant's own rows in one transaction, if this run is still ours. */
    void change(java.util.function.Function<UUID, io.smallrye.mutiny.Uni<?>> work);

    /**
     * @param ref what to deploy; empty for the tenant's own
     * @param target the deployment to go back to; empty for the one before
     */
    record Order(Optional<String> ref, Optional<UUID> target, boolean removeFiles, boolean removeDatabase) {}

    /**
     * @param slot the one that takes the new release; null before preflight
     * @param release null until the release is there
     */
    record Pinned(Slot slot, String ref, String commit, Integer configVersion, String release) {}
}
