package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.config.EnvFile;
import ai.nominate.tenantmgr.control.TenantFiles;
import ai.nominate.tenantmgr.deployment.DeployContext;
import ai.nominate.tenantmgr.deployment.Step;
import ai.nominate.tenantmgr.deployment.StepResult;
import ai.nominate.tenantmgr.host.SafeFiles;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Writes what the services of the idle slot start with. Nothing of the live slot is touched. */
@ApplicationScoped
public class RenderConfig implements Step {
    private static final String OWNER_ONLY = "rw-------";

    private final SlotRelease releases;
    private final SlotEnvironment environments;
    private final SlotLaunches launches;
    private final TenantFiles files;
    private final TenantRegistry tenants;

    RenderConfig(
            SlotRelease releases,
            SlotEnvironment environments,
            SlotLaunches launches,
            TenantFiles files,
            TenantRegistry tenants) {
        this.releases = releases;
        this.environments = environments;
        this.launches = launches;
        this.files = files;
        this.tenants = tenants;
    }

    @Override
    public String id() {
        return "render-config";
    }

    @Override
    public String title() {
        return "Write the configuration";
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
        Release release = releases.of(context);
        String environment = EnvFile.render(environments.of(context, release));
        context.permit().check();
        directories(slug, release);
        removeFiles(slug, slot);
        SafeFiles.write(files.environment(slug, slot), environment, OWNER_ONLY);
        SafeFiles.link(files.release(slug, slot), release.directory());
        launches.of(tenant, slot, release)
                .forEach((service, text) -> SafeFiles.write(files.launch(slug, slot, service), text, "rwx------"));
        int version = context.pinned().configVersion();
        context.change(id -> tenants.fill(id, slot, release.id(), version));
        return new StepResult.Done("Slot " + slot + " is set for release " + release.id());
    }

    @Override
    public Optional<String> undo(DeployContext context) {
        Slot slot = context.pinned().slot();
        if (slot == null) {
            return Optional.empty();
        }
        context.permit().check();
        removeFiles(context.tenant().slug(), slot);
        context.change(id -> tenants.empty(id, slot));
        return Optional.of("Slot " + slot + " was emptied");
    }

    private void directories(TenantSlug slug, Release release) {
        SafeFiles.directory(files.directory(slug), "rwxr-xr-x");
        SafeFiles.directory(files.pub(slug), "rwxr-xr-x");
        SafeFiles.directory(files.storage(slug), "rwx------");
        release.manifest()
                .storage()
                .forEach(name -> SafeFiles.directory(files.storage(slug).resolve(name), "rwx------"));
    }

    private void removeFiles(TenantSlug slug, Slot slot) {
        SafeFiles.deleteTree(files.environment(slug, slot));
        SafeFiles.deleteTree(files.release(slug, slot));
        for (ServiceName service : ServiceName.values()) {
            SafeFiles.deleteTree(files.launch(slug, slot, service));
        }
    }
}
