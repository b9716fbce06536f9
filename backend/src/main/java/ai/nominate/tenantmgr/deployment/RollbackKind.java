package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.ChooseRelease;
import ai.nominate.tenantmgr.deployment.step.ConfigureNginx;
import ai.nominate.tenantmgr.deployment.step.CreateServices;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.RenderConfig;
import ai.nominate.tenantmgr.deployment.step.RestoreRelease;
import ai.nominate.tenantmgr.deployment.step.RetirePrevious;
import ai.nominate.tenantmgr.deployment.step.SetupSsl;
import ai.nominate.tenantmgr.deployment.step.StartServices;
import ai.nominate.tenantmgr.deployment.step.SwitchSlot;
import ai.nominate.tenantmgr.deployment.step.VerifyHealth;
import ai.nominate.tenantmgr.deployment.step.VerifyPublic;
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
            CreateServices createServices,
            StartServices startServices,
            VerifyHealth verifyHealth,
            SetupSsl setupSsl,
            ConfigureNginx configureNginx,
            VerifyPublic verifyPublic,
            SwitchSlot switchSlot,
            RetirePrevious retirePrevious) {
        super(ROLLBACK, "Rolled back: the earlier release is live", tenants);
        pipeline = new Pipeline<DeploymentContext>()
                .then(chooseRelease)
                .then(restoreRelease) // usually on disk: rollback targets are never pruned
                .then(renderConfig)
                .then(createServices)
                .then(startServices)
                .then(verifyHealth)
                .then(setupSsl)
                .then(configureNginx)
                .then(verifyPublic)
                .pointOfNoReturn(switchSlot)
                .then(retirePrevious);
    }

    @Override
    public Pipeline<DeploymentContext> pipeline() {
        return pipeline;
    }
}
