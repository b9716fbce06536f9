package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.CopyCoreFiles;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.InitializeDatabase;
import ai.nominate.tenantmgr.deployment.step.Preflight;
import ai.nominate.tenantmgr.deployment.step.RenderConfig;
import ai.nominate.tenantmgr.run.engine.Pipeline;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import jakarta.inject.Singleton;

/** Deploys a release. The order of the steps is essential: read it before you change it. */
@Singleton
class DeployKind extends DeploymentKind {
    private final Pipeline<DeploymentContext> pipeline;

    DeployKind(
            TenantRegistry tenants,
            Preflight preflight,
            CopyCoreFiles copyCoreFiles,
            RenderConfig renderConfig,
            InitializeDatabase initializeDatabase,
            SlotActivation activation) {
        super(DEPLOY, "Deployed: the new release is live", tenants);
        pipeline = activation.appendTo(new Pipeline<DeploymentContext>()
                .then(preflight)
                .then(copyCoreFiles)
                .then(renderConfig)
                .then(initializeDatabase));
    }

    @Override
    public Pipeline<DeploymentContext> pipeline() {
        return pipeline;
    }
}
