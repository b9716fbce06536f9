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
import ai.nominate.tenantmgr.run.Pipeline;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import jakarta.inject.Singleton;

/** Brings a release to a tenant's visitors. The order of the steps is the product: read it before you change it. */
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
        super(DEPLOY, "Done: visitors see the new release", tenants);
        pipeline = new Pipeline<DeploymentContext>()
                .then(preflight)
                .then(copyCoreFiles)
                .then(renderConfig)
                .then(initializeDatabase)
                .then(createServices) // in the slot that visitors do not see yet
                .then(startServices)
                .then(verifyHealth)
                .then(setupSsl)
                .then(configureNginx)
                .then(verifyPublic) // the new slot, by its public name, while the old one serves
                .pointOfNoReturn(switchSlot)
                .then(retirePrevious);
    }

    @Override
    public Pipeline<DeploymentContext> pipeline() {
        return pipeline;
    }
}
