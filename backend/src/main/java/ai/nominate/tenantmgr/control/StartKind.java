package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.DeploymentKind;
import ai.nominate.tenantmgr.deployment.step.ConfigureNginx;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.RestoreRelease;
import ai.nominate.tenantmgr.deployment.step.SetupSsl;
import ai.nominate.tenantmgr.deployment.step.StartServices;
import ai.nominate.tenantmgr.deployment.step.SwitchSlot;
import ai.nominate.tenantmgr.deployment.step.VerifyHealth;
import ai.nominate.tenantmgr.deployment.step.VerifyPublic;
import ai.nominate.tenantmgr.run.engine.Pipeline;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import jakarta.inject.Singleton;

/** Starts the live slot of a stopped tenant. Visitors get the maintenance page until it has proved itself. */
@Singleton
class StartKind extends DeploymentKind {
    static final String ID = "start";

    private final Pipeline<DeploymentContext> pipeline;

    StartKind(
            TenantRegistry tenants,
            PinLiveSlot pinLiveSlot,
            RestoreRelease restoreRelease,
            RenderLiveSlot renderLiveSlot,
            StartServices startServices,
            VerifyHealth verifyHealth,
            SetupSsl setupSsl,
            ConfigureNginx configureNginx,
            VerifyPublic verifyPublic,
            SwitchSlot switchSlot) {
        super(ID, "Started: the tenant is live", tenants);
        pipeline = new Pipeline<DeploymentContext>()
                .then(pinLiveSlot)
                .then(restoreRelease)
                .then(renderLiveSlot)
                .then(startServices)
                .then(verifyHealth)
                .then(setupSsl)
                .then(new KeepOnFailure(configureNginx)) // a stopped tenant stays in NGINX, with the maintenance page
                .then(verifyPublic)
                .pointOfNoReturn(switchSlot);
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
