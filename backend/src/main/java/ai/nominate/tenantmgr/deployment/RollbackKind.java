package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.ChooseRelease;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.RenderConfig;
import ai.nominate.tenantmgr.deployment.step.RestoreRelease;
import ai.nominate.tenantmgr.run.engine.Pipeline;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import jakarta.inject.Singleton;

/** Returns a tenant to the release and the configuration of an earlier deployment. */
@Singleton
class RollbackKind extends DeploymentKind {
    private final Pipeline<DeploymentContext> pipeline;

    RollbackKind(
            TenantRegistry tenants,
            ChooseRelease chooseRelease,
            RestoreRelease restoreRelease,
            RenderConfig renderConfig,
            SlotActivation activation) {
        super(ROLLBACK, "Rolled back: the earlier release is live", tenants);
        pipeline = activation.appendTo(new Pipeline<DeploymentContext>()
                .then(chooseRelease)
                .then(restoreRelease) // usually on disk: rollback targets are never pruned
                .then(renderConfig));
    }

    @Override
    public Pipeline<DeploymentContext> pipeline() {
        return pipeline;
    }
}
