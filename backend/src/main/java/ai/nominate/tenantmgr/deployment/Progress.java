package ai.nominate.tenantmgr.deployment;

import java.util.List;

/** How far a run has come: finished weight of all weight, where a step weighs what it took in the past. Pure. */
final class Progress {
    private Progress() {}

    /** @return 0 to 99; only the end of the run is 100 */
    static int percent(List<DeploymentStep> steps) {
        long all = steps.stream().mapToLong(step -> step.weight).sum();
        long done = steps.stream()
                .filter(step -> StepStatus.of(step.status).isBehindUs())
                .mapToLong(step -> step.weight)
                .sum();
        return all == 0 ? 0 : (int) Math.min(99, done * 100 / all);
    }
}
