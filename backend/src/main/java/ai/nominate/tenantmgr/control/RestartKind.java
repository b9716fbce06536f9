package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.DeploymentKind;
import ai.nominate.tenantmgr.deployment.SlotActivation;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.RenderConfig;
import ai.nominate.tenantmgr.deployment.step.RestoreRelease;
import ai.nominate.tenantmgr.run.engine.Pipeline;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import jakarta.inject.Singleton;

/** Applies the newest configuration: starts the live release in the other slot and switches to it once it is healthy. */
@Singleton
class RestartKind extends DeploymentKind {
    static final String ID = "restart";

    private final Pipeline<DeploymentContext> pipeline;

    RestartKind(
            TenantRegistry tenants,
            PinNewestConfig pinNewestConfig,
            RestoreRelease restoreRelease,
            RenderConfig renderConfig,
            SlotActivation activation) {
        super(ID, "Restarted: the newest configuration is live", tenants);
        pipeline = activation.appendTo(new Pipeline<DeploymentContext>()
                .then(pinNewestConfig)
                .then(restoreRelease)
                .then(renderConfig));
    }

    @Override
    public Pipeline<DeploymentContext> pipeline() {
        return pipeline;
    }

    @Override
    public boolean isShort() {
        return true;
    }
}
