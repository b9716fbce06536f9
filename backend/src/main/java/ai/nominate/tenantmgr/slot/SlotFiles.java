package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.port.TenantPorts;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The launch and environment files of a slot. Each is replaced atomically, so a live slot can be rewritten as well. */
@ApplicationScoped
public class SlotFiles {
    private final TenantFiles files;
    private final SlotLaunches launches;

    SlotFiles(TenantFiles files, SlotLaunches launches) {
        this.files = files;
        this.launches = launches;
    }

    /** Those of tenants in another home, such as a copy of one. */
    public static SlotFiles in(TenantFiles elsewhere) {
        return new SlotFiles(elsewhere, new SlotLaunches(elsewhere));
    }

    /** @param environment output of {@code EnvFile} */
    public void write(TenantSnapshot tenant, Slot slot, Release release, String environment, Permit permit) {
        TenantSlug slug = tenant.slug();
        directories(slug, release);
        environment(slug, slot, environment, permit);
        SafeFiles.write(files.ports(slug), ports(tenant.ports()), "rw-r--r--", permit);
        SafeFiles.link(files.release(slug, slot), release.directory(), permit);
        launches.of(tenant, slot, release)
                .forEach((service, launch) ->
                        SafeFiles.write(files.launch(slug, slot, service), launch, "rwx------", permit));
    }

    /** All of the tenant's, a line each: a service may ask the others, also those of the slot beside its own. */
    private static String ports(TenantPorts ports) {
        return Stream.of(Slot.values())
                .flatMap(slot -> ports.of(slot).stream())
                .map(port -> port + "\n")
                .collect(Collectors.joining());
    }

    /** Rewrites only the environment, used at the next start of the services. */
    public void environment(TenantSlug slug, Slot slot, String environment, Permit permit) {
        SafeFiles.write(files.environment(slug, slot), environment, "rw-------", permit);
    }

    public void remove(TenantSlug slug, Slot slot, Permit permit) {
        SafeFiles.deleteTree(files.environment(slug, slot), permit);
        SafeFiles.deleteTree(files.release(slug, slot), permit);
        for (ServiceName service : files.launches(slug, slot)) {
            SafeFiles.deleteTree(files.launch(slug, slot, service), permit);
        }
    }

    private void directories(TenantSlug slug, Release release) {
        SafeFiles.directory(files.directory(slug), "rwxr-xr-x");
        SafeFiles.directory(files.publicFiles(slug), "rwxr-xr-x");
        SafeFiles.directory(files.storage(slug), "rwx------");
        SafeFiles.directory(files.cache(slug), "rwx------");
        release.manifest()
                .storage()
                .forEach(name -> SafeFiles.directory(files.storage(slug).resolve(name), "rwx------"));
    }
}
