package ai.nominate.tenantmgr.run.feed;

import ai.nominate.tenantmgr.run.engine.Failure;
import ai.nominate.tenantmgr.run.engine.RunStatus;
import java.util.List;

/**
 * The state of a run as its followers receive it.
 *
 * @param revision raised by each change
 * @param lastSeq the number of the last line of the log once the status is final; 0 before
 */
record FollowedState(
        long revision,
        RunStatus status,
        String currentStep,
        int progressPercent,
        Failure failure,
        List<StepView> steps,
        long lastSeq) {
    FollowedState {
        steps = List.copyOf(steps);
    }
}
