package ai.nominate.tenantmgr.run.engine;

import java.time.Instant;
import java.util.List;

/**
 * The rows of a run at the time of its claim.
 *
 * @param failure the failure of an earlier claim; null if there is none
 */
public record RunState(
        String kind, RunSubject subject, String actor, Instant queuedAt, Failure failure, List<StepState> steps) {
    public RunState {
        steps = List.copyOf(steps);
    }

    /** @param weight usual duration in milliseconds, for the progress */
    public record StepState(String id, StepStatus status, int weight) {}
}
