package ai.nominate.tenantmgr.run.engine;

import java.util.Collection;
import java.util.Map;

/** Progress of a run: completed weight divided by total weight; a step's weight is its usual duration. Pure. */
public final class Progress {
    private Progress() {}

    /**
     * @param statuses by the id of the step
     * @return 0 to 99 percent; 100 is set only when the run ends
     */
    static int percent(Collection<RunState.StepState> steps, Map<String, StepStatus> statuses) {
        long all = steps.stream().mapToLong(RunState.StepState::weight).sum();
        long completed = steps.stream()
                .filter(step -> statuses.get(step.id()).isCompleted())
                .mapToLong(RunState.StepState::weight)
                .sum();
        return all == 0 ? 0 : (int) Math.min(99, completed * 100 / all);
    }
}
