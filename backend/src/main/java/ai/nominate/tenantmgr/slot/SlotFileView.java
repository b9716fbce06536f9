package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that the processes of a slot see: its release, which they cannot write to, the tenant's storage, and a home, a cache and
 * temporary files of the tenant's own. Directories that the manifest names lie over the release as well.
 */
@ApplicationScoped
public class SlotFileView {
    private final TenantFiles files;

    public SlotFileView(TenantFiles files) {
        this.files = files;
    }

    /**
     * For a migration or a command.
     *
     * @param process a name for its temporary files, unique among the tenant's processes
     */
    public FileView ofTask(TenantSlug slug, Slot slot, Release release, String process) {
        return of(slug, slot, Optional.of(release), process);
    }

    /** For a service, which reads its variables from files. A slot that leads to no release shows none. */
    FileView ofService(TenantSlug slug, Slot slot, ServiceName service, Optional<Release> release) {
        return of(slug, slot, release, slot.id() + "." + service.id())
                .reading(files.environment(slug, slot))
                .reading(files.launch(slug, slot, service));
    }

    private FileView of(TenantSlug slug, Slot slot, Optional<Release> release, String process) {
        FileView view = FileView.nothing()
                .writing(files.storage(slug))
                .owning("HOME", files.home(slug))
                .owning("CACHE_DIRECTORY", files.cache(slug))
                .temporary(files.temporary(slug, process));
        return release.map(found -> withRelease(view, slug, slot, found)).orElse(view);
    }

    private FileView withRelease(FileView view, TenantSlug slug, Slot slot, Release release) {
        Path directory = release.directory();
        FileView all = view.reading(directory);
        Manifest manifest = release.manifest();
        for (String name : manifest.storage()) {
            all = all.writing(files.storage(slug).resolve(name), directory.resolve(name));
        }
        for (String name : manifest.writable()) {
            all = all.writing(files.writable(slug, slot).resolve(name), directory.resolve(name));
        }
        return all;
    }
}
