package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.DeploymentKind;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.run.engine.Pipeline;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import jakarta.inject.Singleton;

/** Stops the live slot of a tenant. Visitors get the maintenance page from the first step on. */
@Singleton
class StopKind extends DeploymentKind {
    static final String ID = "stop";

    private final Pipeline<DeploymentContext> pipeline;

    StopKind(TenantRegistry tenants, CloseSite closeSite, DrainLiveSlot drainLiveSlot, StopLiveSlot stopLiveSlot) {
        super(ID, "Stopped: visitors get the maintenance page", tenants);
        pipeline = new Pipeline<DeploymentContext>()
                .then(closeSite)
                .then(drainLiveSlot)
                .pointOfNoReturn(stopLiveSlot);
    }

    @Override
    public Pipeline<DeploymentContext> pipeline() {
        return pipeline;
    }

    @Override
    public boolean isShort() {
        return true;
    }

    @Override
    protected TenantStatus afterSuccess(DeploymentContext context) {
        return TenantStatus.STOPPED;
    }
}
