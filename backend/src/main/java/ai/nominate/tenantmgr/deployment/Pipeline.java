package ai.nominate.tenantmgr.deployment;

import java.util.ArrayList;
import java.util.List;

/** An ordered list of steps with a name. */
public final class Pipeline {
    private final String name;
    private final List<Step> steps = new ArrayList<>();

    private Pipeline(String name) {
        this.name = name;
    }

    static Pipeline named(String name) {
        return new Pipeline(name);
    }

    Pipeline then(Step step) {
        steps.add(step);
        return this;
    }

    String name() {
        return name;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
