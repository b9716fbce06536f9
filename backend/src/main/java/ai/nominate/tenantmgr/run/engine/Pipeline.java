package ai.nominate.tenantmgr.run.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ordered steps of a run.
 *
 * @param <C> the context of its steps
 */
public final class Pipeline<C extends RunContext> {
    private final List<Step<? super C>> steps = new ArrayList<>();
    private final Map<String, List<Step<? super C>>> prepared = new HashMap<>();
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

    /**
     * Prepares later steps while a step runs.
     *
     * @param during the id of the step
     * @param later follow it, and are prepared one after the other
     */
    public Pipeline<C> preparing(String during, List<Step<? super C>> later) {
        prepared.put(during, List.copyOf(later));
        return this;
    }

    /** The steps that are prepared while this one runs. */
    List<Step<? super C>> preparedDuring(String step) {
        return prepared.getOrDefault(step, List.of());
    }

    /** The step during which this one is prepared. */
    Optional<String> preparation(Step<? super C> step) {
        return prepared.entrySet().stream()
                .filter(during -> during.getValue().contains(step))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The id of the step from which on the run cannot be cancelled; empty if there is none. */
    public String pointOfNoReturn() {
        return pointOfNoReturn;
    }

    public List<Step<? super C>> steps() {
        return List.copyOf(steps);
    }
}
