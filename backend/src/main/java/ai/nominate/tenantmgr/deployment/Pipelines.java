package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.ChooseRelease;
import ai.nominate.tenantmgr.deployment.step.ConfigureNginx;
import ai.nominate.tenantmgr.deployment.step.CopyCoreFiles;
import ai.nominate.tenantmgr.deployment.step.CreateServices;
import ai.nominate.tenantmgr.deployment.step.ForgetTenant;
import ai.nominate.tenantmgr.deployment.step.InitializeDatabase;
import ai.nominate.tenantmgr.deployment.step.Preflight;
import ai.nominate.tenantmgr.deployment.step.RemoveCertificates;
import ai.nominate.tenantmgr.deployment.step.RemoveDatabase;
import ai.nominate.tenantmgr.deployment.step.RemoveFiles;
import ai.nominate.tenantmgr.deployment.step.RemoveServices;
import ai.nominate.tenantmgr.deployment.step.RemoveSite;
import ai.nominate.tenantmgr.deployment.step.RenderConfig;
import ai.nominate.tenantmgr.deployment.step.RestoreRelease;
import ai.nominate.tenantmgr.deployment.step.RetirePrevious;
import ai.nominate.tenantmgr.deployment.step.SetupSsl;
import ai.nominate.tenantmgr.deployment.step.StartServices;
import ai.nominate.tenantmgr.deployment.step.StopServices;
import ai.nominate.tenantmgr.deployment.step.SwitchSlot;
import ai.nominate.tenantmgr.deployment.step.VerifyHealth;
import ai.nominate.tenantmgr.deployment.step.VerifyPublic;
import jakarta.enterprise.context.ApplicationScoped;

/** The order is the product. Read it before you change it. */
@ApplicationScoped
class Pipelines {
    private final Pipeline deploy;
    private final Pipeline rollback;
    private final Pipeline delete;

    Pipelines(
            Preflight preflight,
            CopyCoreFiles copyCoreFiles,
            ChooseRelease chooseRelease,
            RestoreRelease restoreRelease,
            RenderConfig renderConfig,
            InitializeDatabase initializeDatabase,
            CreateServices createServices,
            StartServices startServices,
            VerifyHealth verifyHealth,
            SetupSsl setupSsl,
            ConfigureNginx configureNginx,
            VerifyPublic verifyPublic,
            SwitchSlot switchSlot,
            RetirePrevious retirePrevious,
            RemoveSite removeSite,
            StopServices stopServices,
            RemoveServices removeServices,
            RemoveCertificates removeCertificates,
            RemoveDatabase removeDatabase,
            RemoveFiles removeFiles,
            ForgetTenant forgetTenant) {
        deploy = Pipeline.of(DeploymentKind.DEPLOY)
                .then(preflight)
                .then(copyCoreFiles)
                .then(renderConfig)
                .then(initializeDatabase)
                .then(createServices) // the idle slot, not yet visible
                .then(startServices)
                .then(verifyHealth)
                .then(setupSsl)
                .then(configureNginx)
                .then(verifyPublic) // requests the new slot by its public domain while the old slot serves
                .beyondReturn(switchSlot)
                .then(retirePrevious);
        rollback = Pipeline.of(DeploymentKind.ROLLBACK)
                .then(chooseRelease)
                .then(restoreRelease) // usually on disk: rollback targets are never pruned
                .then(renderConfig)
                .then(createServices)
                .then(startServices)
                .then(verifyHealth)
                .then(setupSsl)
                .then(configureNginx)
                .then(verifyPublic)
                .beyondReturn(switchSlot)
                .then(retirePrevious);
        delete = Pipeline.of(DeploymentKind.DELETE)
                .beyondReturn(removeSite) // first, so that no visitor arrives during the removal
                .then(stopServices)
                .then(removeServices)
                .then(removeCertificates)
                .then(removeDatabase)
                .then(removeFiles)
                .then(forgetTenant); // last: until then the slug and the ports must not be reused
    }

    Pipeline of(String kind) {
        return switch (DeploymentKind.of(kind)) {
            case DEPLOY -> deploy;
            case ROLLBACK -> rollback;
            case DELETE -> delete;
        };
    }
}
