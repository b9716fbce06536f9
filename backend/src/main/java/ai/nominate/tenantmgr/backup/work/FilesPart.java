package ai.nominate.tenantmgr.backup.work;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.backup.bundle.BundleManifest.Part;
import ai.nominate.tenantmgr.backup.bundle.BundleWriter;
import ai.nominate.tenantmgr.backup.bundle.FilePacking;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * What the tenant has stored, and what its live slot has written. Taken after the dump: a file too many does no harm, a missing one does.
 */
@ApplicationScoped
public class FilesPart {
    private static final int MOST_SENTENCES = 20;

    private final TenantFiles files;

    FilesPart(TenantFiles files) {
        this.files = files;
    }

    /** @return what was done, for people */
    public String write(Work work) throws IOException {
        TenantSlug slug = work.tenant().slug();
        WorkNotes notes = WorkNotes.read(work.directory());
        if (isForeign(files.storage(slug))) {
            work.log()
                    .accept("Not in the backup: the files of the tenant. They belong to a user of its own, and the manager "
                            + "cannot read them");
            return "The files of the tenant cannot be read";
        }
        FilePacking packing = new FilePacking(() -> work.scope().permit().check()).with("storage", files.storage(slug));
        work.tenant().live().ifPresent(live -> packing.with("writable", files.writable(slug, live)));
        Part part = new BundleWriter(work.directory(), work.keys()).add(BundleManifest.FILES, packing::writeTo);
        packing.leftOut().stream().limit(MOST_SENTENCES).forEach(what -> work.log().accept("Not in the backup: " + what));
        notes.with(List.of(part), packing.files()).write(work.directory());
        return packing.files() + " files packed (" + part.plainBytes() + " bytes)";
    }

    /** Where a tenant has a user of its own, its files are behind a link that the manager may not follow. */
    static boolean isForeign(Path directory) {
        return Files.exists(directory, LinkOption.NOFOLLOW_LINKS)
                && (Files.isSymbolicLink(directory) || !Files.isReadable(directory));
    }
}
