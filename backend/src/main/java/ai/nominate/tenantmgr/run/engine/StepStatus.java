package ai.nominate.tenantmgr.run.engine;

import java.util.Locale;

/** Status of a step of a run. */
public enum StepStatus {
    PENDING,
    RUNNING,
    DONE,
    SKIPPED,
    FAILED,
    UNDONE;

    /** The name in the database and the API. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static StepStatus of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** Whether a resumed run skips the step. */
    boolean isCompleted() {
        return this == DONE || this == SKIPPED;
    }

    /** Whether it may have changed something outside the database and must be undone. */
    boolean mayHaveActed() {
        return this == RUNNING || this == DONE || this == FAILED;
    }
}
