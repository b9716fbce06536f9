package ai.nominate.tenantmgr.deployment;

import java.util.Locale;

/** Status of a step. */
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

    /** Whether a resumed run skips this step. */
    boolean isBehindUs() {
        return this == DONE || this == SKIPPED;
    }

    /** Whether the step may have changed something outside the database. */
    boolean mayHaveActed() {
        return this == RUNNING || this == DONE || this == FAILED;
    }
}
