package ai.nominate.tenantmgr.deployment;

import java.util.ArrayList;
import java.util.List;

/** The ordered steps of one kind of run. */
public final class Pipeline {
    private final DeploymentKind kind;
    private final List<Step> steps = new ArrayList<>();
    private String pointOfNoReturn = "";

    private Pipeline(DeploymentKind kind) {
        this.kind = kind;
    }

    static Pipeline of(DeploymentKind kind) {
        return new Pipeline(kind);
    }

    Pipeline then(Step step) {
        steps.add(step);
        return this;
    }

    /** Like {@link #then}; from this step on the run cannot be cancelled. */
    Pipeline beyondReturn(Step step) {
        pointOfNoReturn = step.id();
        return then(step);
    }

    DeploymentKind kind() {
        return kind;
    }

    String pointOfNoReturn() {
        return pointOfNoReturn;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
