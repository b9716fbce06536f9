package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.config.EnvFile;
import ai.nominate.tenantmgr.deployment.DeployContext;
import ai.nominate.tenantmgr.deployment.Step;
import ai.nominate.tenantmgr.deployment.StepResult;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.slot.SlotEnvironment;
import ai.nominate.tenantmgr.slot.SlotFiles;
import ai.nominate.tenantmgr.slot.SlotRelease;
import ai.nominate.tenantmgr.slot.SlotVariables;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Writes the environment and launch files of the idle slot. The live slot is not touched. */
@ApplicationScoped
public class RenderConfig implements Step {
    private final SlotRelease releases;
    private final SlotEnvironment environments;
    private final SlotFiles slots;
    private final TenantRegistry tenants;

    RenderConfig(SlotRelease releases, SlotEnvironment environments, SlotFiles slots, TenantRegistry tenants) {
        this.releases = releases;
        this.environments = environments;
        this.slots = slots;
        this.tenants = tenants;
    }

    @Override
    public String id() {
        return "render-config";
    }

    @Override
    public String title() {
        return "Configuration";
    }

    @Override
    public int usualMs() {
        return 60;
    }

    @Override
    public StepResult run(DeployContext context) {
        TenantSnapshot tenant = context.tenant();
        TenantSlug slug = tenant.slug();
        Slot slot = context.pinned().slot();
        Release release = releases.of(context.pinned().release());
        int version = context.pinned().configVersion();
        SlotVariables variables = environments.of(tenant, release, version);
        variables.secrets().forEach(context::redact);
        String environment = EnvFile.render(variables.values());
        context.permit().check();
        slots.remove(slug, slot);
        slots.write(tenant, slot, release, environment);
        context.change(id -> tenants.fill(id, slot, release.id(), version));
        return new StepResult.Done("Slot " + slot + " configured for release " + release.id());
    }

    @Override
    public Optional<String> undo(DeployContext context) {
        Slot slot = context.pinned().slot();
        if (slot == null) {
            return Optional.empty();
        }
        context.permit().check();
        slots.remove(context.tenant().slug(), slot);
        context.change(id -> tenants.empty(id, slot));
        return Optional.of("Slot " + slot + " was emptied");
    }
}
