package ai.nominate.tenantmgr.renewal;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import java.util.List;

/** A step of a renewal. Ends it if the tenant was deleted meanwhile. */
abstract class RenewalStep implements Step<RenewalContext> {
    private final String id;
    private final String title;
    private final int usualMs;

    RenewalStep(String id, String title, int usualMs) {
        this.id = id;
        this.title = title;
        this.usualMs = usualMs;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final int usualMs() {
        return usualMs;
    }

    @Override
    public final StepResult run(RenewalContext context) {
        List<DomainName> names = context.names();
        return names.isEmpty()
                ? new StepResult.Failed(RenewalProblem.LOST, "The tenant was deleted meanwhile")
                : run(context, names);
    }

    abstract StepResult run(RenewalContext context, List<DomainName> names);
}
