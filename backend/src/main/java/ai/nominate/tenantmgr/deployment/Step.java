package ai.nominate.tenantmgr.deployment;

import java.util.Optional;

/** One step of a pipeline. Runs on a virtual thread. May run twice, after a crash: it looks first, then converges. */
public interface Step {
    /** Stable, for programs and records: {@code copy-core-files}. */
    String id();

    /** For people. */
    String title();

    /** How long it usually takes, in milliseconds, until there are past runs to know it from. */
    int usualMs();

    StepResult run(DeployContext context);

    /**
     * Puts things back after a later step, or this one, failed.
     *
     * @return what was put back, for people; empty when there was nothing to undo
     */
    default Optional<String> undo(DeployContext context) {
        return Optional.empty();
    }
}
