package ai.nominate.tenantmgr.run.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where each step of a run stands: what is stored, and what this claim stores. */
final class StepLedger {
    private final RunRecord record;
    private final RunState state;
    private final Clock clock;
    private final Map<String, StepStatus> statuses = new LinkedHashMap<>();

    StepLedger(RunRecord record, RunState state, Clock clock) {
        this.record = record;
        this.state = state;
        this.clock = clock;
        state.steps().forEach(step -> statuses.put(step.id(), step.status()));
    }

    /** Whether the run has the step, and has not completed it. A run of an earlier version may lack some. */
    boolean isOpen(Step<?> step) {
        return statuses.containsKey(step.id()) && !statuses.get(step.id()).isCompleted();
    }

    /** Whether the step may have changed something outside the database. */
    boolean mayHaveActed(String step) {
        return statuses.containsKey(step) && statuses.get(step).mayHaveActed();
    }

    void start(Step<?> step) {
        record.stepStarted(step.id(), clock.instant(), progress());
    }

    /** @param next starts in the same transaction; null if no step does */
    void end(Step<?> step, StepStatus status, Duration took, String detail, Step<?> next) {
        statuses.put(step.id(), status);
        record.stepEnded(
                new StepEnd(step.id(), status, took, detail),
                next == null ? null : next.id(),
                clock.instant(),
                progress());
    }

    void undone(Step<?> step) {
        if (statuses.get(step.id()) == StepStatus.DONE) {
            end(step, StepStatus.UNDONE, null, null, null);
        }
    }

    private int progress() {
        return Progress.percent(state.steps(), statuses);
    }
}
