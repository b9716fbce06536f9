package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.slot.SlotFiles;
import ai.nominate.tenantmgr.slot.TenantServices;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import jakarta.inject.Singleton;

/** Removes the services' launch and environment files (which hold secrets), their logs and their supervisor entries. */
@Singleton
public class RemoveServices extends NamedStep<DeploymentContext> {
    private final TenantServices services;
    private final SlotFiles slots;
    private final TenantFiles files;
    private final TenantRegistry tenants;

    RemoveServices(TenantServices services, SlotFiles slots, TenantFiles files, TenantRegistry tenants) {
        super("remove-services", "Remove services", 50);
        this.services = services;
        this.slots = slots;
        this.files = files;
        this.tenants = tenants;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSlug slug = context.tenant().slug();
        context.permit().check();
        services.forget(slug);
        for (Slot slot : Slot.values()) {
            slots.remove(slug, slot, context.permit());
            context.change(id -> tenants.empty(id, slot));
        }
        SafeFiles.deleteTree(files.logs(slug), context.permit());
        return new StepResult.Done("Both slots emptied");
    }
}
