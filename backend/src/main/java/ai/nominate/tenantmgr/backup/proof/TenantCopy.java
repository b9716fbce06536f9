package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.backup.boot.BootPlan;
import ai.nominate.tenantmgr.config.EnvFile;
import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.slot.SlotFileView;
import ai.nominate.tenantmgr.slot.SlotFiles;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * A copy of a tenant in a home of its own, laid out like a tenant's, in which the release runs as it would in a slot.
 *
 * @param work removed by its maker
 */
record TenantCopy(TenantSnapshot tenant, Release release, Path work) {
    private static final Slot SLOT = Slot.A;

    TenantFiles files() {
        return new TenantFiles(new Home(work.resolve("copy")));
    }

    /** Takes the tenant's files out of an unpacked bundle. May be repeated. */
    void take(Path bundle) {
        TenantSlug slug = tenant.slug();
        move(bundle.resolve("storage"), files().storage(slug));
        move(bundle.resolve("writable"), files().writable(slug, SLOT));
    }

    private static void move(Path from, Path to) {
        if (Files.isDirectory(from)) {
            SafeFiles.directory(to.getParent(), "rwxr-xr-x");
            SafeFiles.deleteTree(to);
            SafeFiles.move(from, to);
        }
    }

    /** Writes environment, launch files and directories as those of a slot. */
    void render(SortedMap<EnvKey, String> environment, Permit permit) {
        SlotFiles.in(files()).write(tenant, SLOT, release, EnvFile.render(environment), permit);
        release.manifest()
                .writable()
                .forEach(name -> SafeFiles.directory(
                        files().writable(tenant.slug(), SLOT).resolve(name), "rwx------"));
        SafeFiles.directory(files().home(tenant.slug()), "rwx------");
        SafeFiles.directory(files().temporary(tenant.slug(), "boot"), "rwx------");
        SafeFiles.directory(logs(), "rwx------");
        SafeFiles.directory(sockets(), "rwx------");
    }

    Path launch(ServiceName service) {
        return files().launch(tenant.slug(), SLOT, service);
    }

    Path log(ServiceName service) {
        return logs().resolve(service.id() + ".log");
    }

    private Path logs() {
        return work.resolve("logs");
    }

    Path sockets() {
        return work.resolve("db");
    }

    Path plan() {
        return work.resolve("plan");
    }

    /** All that its services may see. */
    FileView view() {
        FileView view = new SlotFileView(files())
                .ofTask(tenant.slug(), SLOT, release, "boot")
                .writing(logs())
                .writing(sockets(), BootPlan.DATABASE_SOCKET.getParent())
                .reading(plan())
                .reading(files().environment(tenant.slug(), SLOT));
        for (ServiceName service : files().launches(tenant.slug(), SLOT)) {
            view = view.reading(launch(service));
        }
        return view;
    }
}
