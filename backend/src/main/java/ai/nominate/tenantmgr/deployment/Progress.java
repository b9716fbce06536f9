package ai.nominate.tenantmgr.deployment;

import java.util.List;

/** Progress of a run: finished weight divided by total weight; a step's weight is its past duration. Pure. */
final class Progress {
    private Progress() {}

    /** @return 0 to 99; 100 is set only when the run ends */
    static int percent(List<DeploymentStep> steps) {
        long all = steps.stream().mapToLong(step -> step.weight).sum();
        long done = steps.stream()
                .filter(step -> StepStatus.of(step.status).isBehindUs())
                .mapToLong(step -> step.weight)
                .sum();
        return all == 0 ? 0 : (int) Math.min(99, done * 100 / all);
    }
}
