package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.slot.ConnectionDrain;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;

/** Lets the running requests of the live slot end. Can be cancelled while it waits for a long one. */
@Singleton
public class DrainLiveSlot extends NamedStep<DeploymentContext> {
    private final ConnectionDrain drain;

    DrainLiveSlot(ConnectionDrain drain) {
        super("drain", "Running requests", 2000);
        this.drain = drain;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        String left = drain.await(tenant, LiveRelease.live(tenant));
        return new StepResult.Done(left.isEmpty() ? "No request is running" : left);
    }
}
