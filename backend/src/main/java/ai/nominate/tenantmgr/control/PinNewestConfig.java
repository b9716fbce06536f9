package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.config.Configs;
import ai.nominate.tenantmgr.config.PinnedConfig;
import ai.nominate.tenantmgr.config.RequiredConfiguration;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;

/** Pins the live release with the newest configuration for the idle slot. */
@ApplicationScoped
class PinNewestConfig extends LivePreflight {
    private final LiveRelease live;
    private final Configs configs;

    PinNewestConfig(LiveRelease live, Configs configs) {
        this.live = live;
        this.configs = configs;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        Manifest manifest = live.of(tenant).manifest();
        PinnedConfig config = context.transaction(
                () -> configs.pin(tenant.id(), manifest.env().generated(), Actor.MANAGER));
        RequiredConfiguration.require(manifest, config);
        Slot slot = LiveRelease.live(tenant).other();
        live.pin(context, slot, config.version());
        return new StepResult.Done("Restarting release " + context.pinned().release() + " in slot " + slot
                + ", configuration version " + config.version());
    }
}
