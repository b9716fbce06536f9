package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.slot.ConnectionDrain;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets the running requests of the live slot end. Can be cancelled while it waits for a long one. */
@ApplicationScoped
public class DrainLiveSlot implements Step<DeploymentContext> {
    private final ConnectionDrain drain;

    DrainLiveSlot(ConnectionDrain drain) {
        this.drain = drain;
    }

    @Override
    public String id() {
        return "drain";
    }

    @Override
    public String title() {
        return "Running requests";
    }

    @Override
    public int usualMs() {
        return 2000;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        String left = drain.await(tenant, LiveRelease.live(tenant));
        return new StepResult.Done(left.isEmpty() ? "No request is running" : left);
    }
}
