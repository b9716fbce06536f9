package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.host.unit.Unit;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.slot.TenantServices;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Registers the services of the idle slot with the supervisor and stops those left over from an earlier attempt. */
@ApplicationScoped
public class CreateServices implements Step<DeploymentContext> {
    private final TenantServices services;

    CreateServices(TenantServices services) {
        this.services = services;
    }

    @Override
    public String id() {
        return "create-services";
    }

    @Override
    public String title() {
        return "Services";
    }

    @Override
    public int usualMs() {
        return 30;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        Slot slot = context.pinned().slot();
        services.clear(tenant.slug(), slot, Duration.ofSeconds(5), context.permit());
        List<Unit> units = services.units(tenant.slug(), slot);
        return new StepResult.Done(units.size() + " service(s) created in slot " + slot + ": "
                + String.join(
                        ", ",
                        units.stream()
                                .map(unit -> unit.id().service() + " on port "
                                        + tenant.ports().port(slot, unit.id().service()))
                                .toList()));
    }
}
