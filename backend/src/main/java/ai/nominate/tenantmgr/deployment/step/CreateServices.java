package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.host.unit.Unit;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.slot.SlotManifests;
import ai.nominate.tenantmgr.slot.TenantServices;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Registers the services of the idle slot with the supervisor and stops those left over from an earlier attempt. */
@Singleton
public class CreateServices extends NamedStep<DeploymentContext> {
    private final TenantServices services;
    private final SlotManifests manifests;

    CreateServices(TenantServices services, SlotManifests manifests) {
        super("create-services", "Services", 30);
        this.services = services;
        this.manifests = manifests;
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
                                .map(unit -> unit.id().service()
                                        + manifests
                                                .port(tenant, unit.id())
                                                .map(port -> " on port " + port)
                                                .orElse(", a worker"))
                                .toList()));
    }
}
