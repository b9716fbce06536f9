package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.config.EnvFile;
import ai.nominate.tenantmgr.database.TenantDatabases;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.slot.SlotEnvironment;
import ai.nominate.tenantmgr.slot.SlotFiles;
import ai.nominate.tenantmgr.slot.SlotRelease;
import ai.nominate.tenantmgr.slot.SlotVariables;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Writes the environment and launch files of the idle slot. The live slot is not touched. */
@Singleton
public class RenderConfig extends NamedStep<DeploymentContext> {
    private final SlotRelease releases;
    private final SlotEnvironment environments;
    private final SlotFiles slots;
    private final TenantRegistry tenants;
    private final TenantDatabases databases;
    private final SlotConnections connections;

    RenderConfig(
            SlotRelease releases,
            SlotEnvironment environments,
            SlotFiles slots,
            TenantRegistry tenants,
            TenantDatabases databases,
            SlotConnections connections) {
        super("render-config", "Configuration", 60);
        this.releases = releases;
        this.environments = environments;
        this.slots = slots;
        this.tenants = tenants;
        this.databases = databases;
        this.connections = connections;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.intended();
        TenantSlug slug = tenant.slug();
        Slot slot = context.pinned().slot();
        Release release = releases.of(context.pinned().release());
        if (release.manifest().database().isPresent()) {
            boolean isNew = databases.prepare(tenant, context.permit());
            if (!isNew) {
                connections.allow(context, release); // a rollback has no other step for it
            }
        }
        int version = context.pinned().configVersion();
        SlotVariables variables = environments.of(tenant, release, version);
        variables.secrets().forEach(context::mask);
        String environment = EnvFile.render(variables.values());
        context.permit().check();
        slots.remove(slug, slot, context.permit());
        slots.write(tenant, slot, release, environment, context.permit());
        context.change(id -> tenants.fill(id, slot, release.id(), version, tenant.domain()));
        return new StepResult.Done("Slot " + slot + " configured for release " + release.id());
    }

    @Override
    public Optional<String> undo(DeploymentContext context) {
        Slot slot = context.pinned().slot();
        if (slot == null) {
            return Optional.empty();
        }
        context.permit().check();
        slots.remove(context.tenant().slug(), slot, context.permit());
        context.change(id -> tenants.empty(id, slot));
        return Optional.of("Slot " + slot + " was emptied");
    }
}
