package ai.nominate.tenantmgr.run.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The ordered steps of a run.
 *
 * @param <C> the context of its steps
 */
public final class Pipeline<C extends RunContext> {
    private final List<Step<? super C>> steps = new ArrayList<>();
    private String pointOfNoReturn = "";

    public Pipeline<C> then(Step<? super C> step) {
        steps.add(step);
        return this;
    }

    /** Adds the step from which on the run cannot be cancelled. */
    public Pipeline<C> pointOfNoReturn(Step<? super C> step) {
        pointOfNoReturn = step.id();
        return then(step);
    }

    /** The id of the step from which on the run cannot be cancelled; empty if there is none. */
    public String pointOfNoReturn() {
        return pointOfNoReturn;
    }

    public List<Step<? super C>> steps() {
        return List.copyOf(steps);
    }
}
