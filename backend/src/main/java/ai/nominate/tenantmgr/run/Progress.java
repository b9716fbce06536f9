package ai.nominate.tenantmgr.run;

import java.util.Collection;
import java.util.Map;

/** How far a run has come: completed weight of all weight, where a step weighs its usual duration. Pure. */
final class Progress {
    private Progress() {}

    /**
     * @param statuses by the id of the step
     * @return 0 to 99 percent; only the end of the run is 100
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
