package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.ConfigureNginx;
import ai.nominate.tenantmgr.deployment.step.CopyCoreFiles;
import ai.nominate.tenantmgr.deployment.step.CreateServices;
import ai.nominate.tenantmgr.deployment.step.InitializeDatabase;
import ai.nominate.tenantmgr.deployment.step.Preflight;
import ai.nominate.tenantmgr.deployment.step.RenderConfig;
import ai.nominate.tenantmgr.deployment.step.RetirePrevious;
import ai.nominate.tenantmgr.deployment.step.SetupSsl;
import ai.nominate.tenantmgr.deployment.step.StartServices;
import ai.nominate.tenantmgr.deployment.step.SwitchSlot;
import ai.nominate.tenantmgr.deployment.step.VerifyHealth;
import ai.nominate.tenantmgr.deployment.step.VerifyPublic;
import jakarta.enterprise.context.ApplicationScoped;

/** The order is the product. Read it before you change it. */
@ApplicationScoped
class Pipelines {
    static final String DEPLOY = "deploy";
    /** From this step on visitors may see the new release, so a deployment can't be cancelled any more. */
    static final String POINT_OF_NO_RETURN = SwitchSlot.ID;

    private final Pipeline deploy;

    Pipelines(
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
        deploy = Pipeline.named(DEPLOY)
                .then(preflight)
                .then(copyCoreFiles)
                .then(renderConfig)
                .then(initializeDatabase)
                .then(createServices) // the slot that nobody sees yet
                .then(startServices)
                .then(verifyHealth)
                .then(setupSsl)
                .then(configureNginx)
                .then(verifyPublic) // the new slot, asked by its public name, while the old one serves
                .then(switchSlot)
                .then(retirePrevious);
    }

    Pipeline of(String kind) {
        if (!kind.equals(DEPLOY)) {
            throw new IllegalArgumentException("no pipeline is called " + kind);
        }
        return deploy;
    }
}
