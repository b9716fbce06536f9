package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.host.unit.UnitState;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.slot.ConnectionDrain;
import ai.nominate.tenantmgr.slot.SlotSettings;
import ai.nominate.tenantmgr.slot.TenantServices;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Drains and stops the services of both slots, including those left over from an earlier run. */
@Singleton
public class StopServices extends NamedStep<DeploymentContext> {
    private final TenantServices services;
    private final ConnectionDrain drain;
    private final Settings settings;

    StopServices(TenantServices services, ConnectionDrain drain, Settings settings) {
        super("stop-services", "Stop services", 3000);
        this.services = services;
        this.drain = drain;
        this.settings = settings;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        Duration grace = Reactive.await(() -> settings.get(SlotSettings.STOP_GRACE));
        int running = 0;
        for (Slot slot : Slot.values()) {
            if (runs(tenant, slot)) {
                running++;
                String left = drain.await(tenant, slot);
                if (!left.isEmpty()) {
                    context.warn(left);
                }
            }
            services.stop(tenant.slug(), slot, grace, context.permit());
        }
        return running == 0
                ? new StepResult.Skipped("No service was running")
                : new StepResult.Done("Services drained and stopped");
    }

    private boolean runs(TenantSnapshot tenant, Slot slot) {
        return services.statuses(tenant.slug()).stream()
                .anyMatch(status -> status.id().slot() == slot && status.state() == UnitState.RUNNING);
    }
}
