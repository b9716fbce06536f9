package ai.nominate.tenantmgr.run;

import java.time.Instant;
import java.util.List;

/**
 * The rows of a run at the time of its claim.
 *
 * @param failure the failure of an earlier claim; null if there is none
 */
record RunState(
        String kind, RunSubject subject, String actor, Instant queuedAt, Failure failure, List<StepState> steps) {
    RunState {
        steps = List.copyOf(steps);
    }

    /** @param weight usual duration in milliseconds, for the progress */
    record StepState(String id, StepStatus status, int weight) {}
}
