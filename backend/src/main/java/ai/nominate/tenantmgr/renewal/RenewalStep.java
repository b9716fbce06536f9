package ai.nominate.tenantmgr.renewal;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import java.util.List;

/** A step of a renewal. Ends it if the tenant was deleted meanwhile. */
abstract class RenewalStep extends NamedStep<RenewalContext> {
    RenewalStep(String id, String title, int usualMs) {
        super(id, title, usualMs);
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
