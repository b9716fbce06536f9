package ai.nominate.tenantmgr.run;

import java.time.Instant;
import java.util.List;

/**
 * The rows of a run at the moment when it is claimed.
 *
 * @param failure what it failed with before this claim; null when it did not fail
 */
record RunState(
        String kind, RunSubject subject, String actor, Instant queuedAt, Failure failure, List<StepState> steps) {
    RunState {
        steps = List.copyOf(steps);
    }

    /** @param weight the usual duration in milliseconds, for the progress */
    record StepState(String id, StepStatus status, int weight) {}
}
