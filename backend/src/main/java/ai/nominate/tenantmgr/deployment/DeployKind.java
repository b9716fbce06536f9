package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.ConfigureNginx;
import ai.nominate.tenantmgr.deployment.step.CopyCoreFiles;
import ai.nominate.tenantmgr.deployment.step.CreateServices;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.InitializeDatabase;
import ai.nominate.tenantmgr.deployment.step.Preflight;
import ai.nominate.tenantmgr.deployment.step.RenderConfig;
import ai.nominate.tenantmgr.deployment.step.RetirePrevious;
import ai.nominate.tenantmgr.deployment.step.SetupSsl;
import ai.nominate.tenantmgr.deployment.step.StartServices;
import ai.nominate.tenantmgr.deployment.step.SwitchSlot;
import ai.nominate.tenantmgr.deployment.step.VerifyHealth;
import ai.nominate.tenantmgr.deployment.step.VerifyPublic;
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
            CreateServices createServices,
            StartServices startServices,
            VerifyHealth verifyHealth,
            SetupSsl setupSsl,
            ConfigureNginx configureNginx,
            VerifyPublic verifyPublic,
            SwitchSlot switchSlot,
            RetirePrevious retirePrevious) {
        super(DEPLOY, "Deployed: the new release is live", tenants);
        pipeline = new Pipeline<DeploymentContext>()
                .then(preflight)
                .then(copyCoreFiles)
                .then(renderConfig)
                .then(initializeDatabase)
                .then(createServices) // in the idle slot, not yet visible
                .then(startServices)
                .then(verifyHealth)
                .then(setupSsl)
                .then(configureNginx)
                .then(verifyPublic) // requests the new slot by its public domain while the old slot serves
                .pointOfNoReturn(switchSlot)
                .then(retirePrevious);
    }

    @Override
    public Pipeline<DeploymentContext> pipeline() {
        return pipeline;
    }
}
