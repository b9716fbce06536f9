package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.slot.SlotSettings;
import ai.nominate.tenantmgr.slot.TenantServices;
import ai.nominate.tenantmgr.tenant.SlotStatus;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Stops the services of the live slot. */
@Singleton
public class StopLiveSlot extends NamedStep<DeploymentContext> {
    private final TenantServices services;
    private final TenantRegistry tenants;
    private final Settings settings;

    StopLiveSlot(TenantServices services, TenantRegistry tenants, Settings settings) {
        super("stop-services", "Stop services", 500);
        this.services = services;
        this.tenants = tenants;
        this.settings = settings;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        Slot slot = LiveRelease.live(context.tenant());
        Duration grace = Reactive.await(() -> settings.get(SlotSettings.STOP_GRACE));
        context.change(id -> tenants.slot(id, slot, SlotStatus.STOPPED)); // so that no later manager starts them
        services.stop(context.tenant().slug(), slot, grace, context.permit());
        return new StepResult.Done("Services of slot " + slot + " stopped");
    }

    @Override
    public Optional<String> undo(DeploymentContext context) {
        Slot slot = LiveRelease.live(context.tenant());
        services.start(context.tenant().slug(), slot, context.permit());
        services.keep(context.tenant().slug(), slot);
        context.change(id -> tenants.slot(id, slot, SlotStatus.RUNNING));
        return Optional.of("Services of slot " + slot + " started again");
    }
}
