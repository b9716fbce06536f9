package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.config.Configs;
import ai.nominate.tenantmgr.config.PinnedConfig;
import ai.nominate.tenantmgr.config.RequiredConfiguration;
import ai.nominate.tenantmgr.deployment.step.CopyCoreFiles;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext.Pinned;
import ai.nominate.tenantmgr.deployment.step.DeploymentProblem;
import ai.nominate.tenantmgr.deployment.step.RestoreRelease;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.slot.SlotPorts;
import ai.nominate.tenantmgr.slot.SlotRelease;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Provides the release of the backup: the one that this manager knows, or one built from the tenant's source at the same commit. */
@Singleton
class RestoredRelease extends RestoreStep {
    private final RestoreRelease known;
    private final CopyCoreFiles build;
    private final SlotRelease releases;
    private final SlotPorts ports;
    private final Configs configs;

    RestoredRelease(RestoreRelease known, CopyCoreFiles build, SlotRelease releases, SlotPorts ports, Configs configs) {
        super("restore-release", "Release", 50);
        this.known = known;
        this.build = build;
        this.releases = releases;
        this.ports = ports;
        this.configs = configs;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        StepResult result = context.pinned().release() == null ? build.run(context) : known.run(context);
        if (result instanceof StepResult.Failed) {
            return result;
        }
        Pinned pinned = context.pinned();
        Manifest manifest = releases.of(pinned.release()).manifest();
        context.change(tenant -> ports.lease(tenant, manifest));
        Optional<String> held = ports.held(context.tenant(), pinned.slot(), manifest, context.permit());
        if (held.isPresent()) {
            return new StepResult.Failed(DeploymentProblem.PORT_HELD, held.get());
        }
        PinnedConfig config = context.transaction(
                () -> configs.pin(context.subject().id(), manifest.env().generated(), Actor.MANAGER));
        RequiredConfiguration.require(manifest, config);
        context.pin(pinned.slot(), pinned.ref(), pinned.commit(), pinned.message(), config.version());
        return result;
    }
}
