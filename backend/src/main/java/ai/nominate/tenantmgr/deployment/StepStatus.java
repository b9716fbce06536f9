package ai.nominate.tenantmgr.deployment;

import java.util.Locale;

/** Where one step stands. */
enum StepStatus {
    PENDING,
    RUNNING,
    DONE,
    SKIPPED,
    FAILED,
    UNDONE;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StepStatus of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** Whether a run that goes on may pass it. */
    boolean isBehindUs() {
        return this == DONE || this == SKIPPED;
    }

    /** Whether it may have changed something outside. */
    boolean mayHaveActed() {
        return this == RUNNING || this == DONE || this == FAILED;
    }
}
