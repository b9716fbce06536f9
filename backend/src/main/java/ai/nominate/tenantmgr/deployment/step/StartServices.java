package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.slot.SlotSettings;
import ai.nominate.tenantmgr.slot.SlotWorkers;
import ai.nominate.tenantmgr.slot.TenantServices;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Starts the idle slot beside the live slot. */
@Singleton
public class StartServices extends NamedStep<DeploymentContext> {
    /** Services that no visitor has reached have no request to finish. */
    private static final Duration NEVER_SERVED = Duration.ofSeconds(3);

    private final TenantServices services;
    private final SlotWorkers workers;
    private final Settings settings;

    StartServices(TenantServices services, SlotWorkers workers, Settings settings) {
        super("start-services", "Start", 100);
        this.services = services;
        this.workers = workers;
        this.settings = settings;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        Slot slot = context.pinned().slot();
        workers.startOthers(context.tenant().slug(), slot, context.permit());
        return new StepResult.Done("Services of slot " + slot + " started");
    }

    @Override
    public Optional<String> undo(DeploymentContext context) {
        Slot slot = context.pinned().slot();
        if (slot == null) {
            return Optional.empty();
        }
        Duration grace = Reactive.await(() -> settings.get(SlotSettings.STOP_GRACE));
        services.stop(
                context.tenant().slug(),
                slot,
                grace.compareTo(NEVER_SERVED) < 0 ? grace : NEVER_SERVED,
                context.permit());
        return Optional.of("Services of slot " + slot + " stopped");
    }
}
