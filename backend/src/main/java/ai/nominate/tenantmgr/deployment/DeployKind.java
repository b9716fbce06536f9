package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.BackupDatabase;
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
            BackupDatabase backupDatabase,
            RenderConfig renderConfig,
            InitializeDatabase initializeDatabase,
            SlotActivation activation) {
        super(DEPLOY, "Deployed: the new release is live", tenants);
        pipeline = activation.appendTo(new Pipeline<DeploymentContext>()
                .then(preflight)
                .then(copyCoreFiles)
                .then(backupDatabase) // before a breaking migration: closes the site, stops the live slot
                .then(renderConfig)
                .then(initializeDatabase));
    }

    @Override
    public Pipeline<DeploymentContext> pipeline() {
        return pipeline;
    }
}
