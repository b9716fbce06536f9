package ai.nominate.tenantmgr.deployment;

import java.util.Optional;

/** One step of a pipeline. Runs on a virtual thread. Must be idempotent: it may run again after a crash. */
public interface Step {
    /** Stable id for programs and stored rows: {@code copy-core-files}. */
    String id();

    /** Title shown to users: a noun, like {@code Health check}. */
    String title();

    /** Expected duration in milliseconds, used until past runs provide one. */
    int usualMs();

    StepResult run(DeployContext context);

    /**
     * Undoes this step after it, or a later step, failed.
     *
     * @return a sentence for the log; empty if there was nothing to undo
     */
    default Optional<String> undo(DeployContext context) {
        return Optional.empty();
    }
}
