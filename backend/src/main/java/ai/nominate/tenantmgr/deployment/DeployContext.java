package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.Permit;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import java.util.Optional;
import java.util.UUID;

/**
 * Input and output of a step. State that must survive a crash is in the run's row; steps pass nothing to each other in
 * memory.
 */
public interface DeployContext {
    UUID deployment();

    /** The current state of the tenant. */
    TenantSnapshot tenant();

    /** The request. */
    Order order();

    /** The values pinned by {@code preflight}. */
    Pinned pinned();

    /** Permit, marks and output sink of the run's commands. */
    RunScope scope();

    Permit permit();

    /** Writes a sentence to the deployment's log. */
    void say(String sentence);

    void warn(String sentence);

    /** Writes a program's output line to the log unchanged. */
    void quote(LineSink.Stream stream, String line);

    /** Masks the secret in the log. */
    void redact(ai.nominate.tenantmgr.kernel.Secret secret);

    /** Pins slot, commit and configuration for the rest of the run. */
    void pin(Slot slot, String ref, String commit, int configVersion);

    void pinRelease(String release);

    /** Changes the tenant's rows in one transaction if this instance still owns the run. */
    void change(java.util.function.Function<UUID, io.smallrye.mutiny.Uni<?>> work);

    /**
     * @param ref the Git ref to deploy; empty for the tenant's own
     * @param target the deployment to roll back to; empty for the previous one
     */
    record Order(Optional<String> ref, Optional<UUID> target, boolean removeFiles, boolean removeDatabase) {}

    /**
     * @param slot the slot of the new release; null before preflight
     * @param release null until the release exists
     */
    record Pinned(Slot slot, String ref, String commit, Integer configVersion, String release) {}
}
