package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.ConfigureNginx;
import ai.nominate.tenantmgr.deployment.step.CreateServices;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.RetirePrevious;
import ai.nominate.tenantmgr.deployment.step.SetupSsl;
import ai.nominate.tenantmgr.deployment.step.StartServices;
import ai.nominate.tenantmgr.deployment.step.SwitchSlot;
import ai.nominate.tenantmgr.deployment.step.VerifyHealth;
import ai.nominate.tenantmgr.deployment.step.VerifyPublic;
import ai.nominate.tenantmgr.run.engine.Pipeline;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The steps by which a rendered idle slot becomes the live one. Shared by every kind that replaces running services, so
 * that each of them leaves the live slot untouched until the new one has proved itself.
 */
@Singleton
public class SlotActivation {
    private final CreateServices createServices;
    private final StartServices startServices;
    private final VerifyHealth verifyHealth;
    private final SetupSsl setupSsl;
    private final ConfigureNginx configureNginx;
    private final VerifyPublic verifyPublic;
    private final SwitchSlot switchSlot;
    private final RetirePrevious retirePrevious;

    SlotActivation(
            CreateServices createServices,
            StartServices startServices,
            VerifyHealth verifyHealth,
            SetupSsl setupSsl,
            ConfigureNginx configureNginx,
            VerifyPublic verifyPublic,
            SwitchSlot switchSlot,
            RetirePrevious retirePrevious) {
        this.createServices = createServices;
        this.startServices = startServices;
        this.verifyHealth = verifyHealth;
        this.setupSsl = setupSsl;
        this.configureNginx = configureNginx;
        this.verifyPublic = verifyPublic;
        this.switchSlot = switchSlot;
        this.retirePrevious = retirePrevious;
    }

    /** Appends the steps; their order is essential. */
    public Pipeline<DeploymentContext> appendTo(Pipeline<DeploymentContext> pipeline) {
        return pipeline.preparing(verifyHealth.id(), List.of(setupSsl, configureNginx))
                .then(createServices) // in the idle slot, not yet visible
                .then(startServices)
                .then(verifyHealth)
                .then(setupSsl)
                .then(configureNginx)
                .then(verifyPublic) // requests the new slot by its public domain while the old slot serves
                .pointOfNoReturn(switchSlot)
                .then(retirePrevious);
    }
}
