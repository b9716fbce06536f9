package ai.nominate.tenantmgr.backup.work;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.backup.bundle.BundleManifest.Part;
import ai.nominate.tenantmgr.backup.bundle.BundleWriter;
import ai.nominate.tenantmgr.backup.bundle.FilePacking;
import ai.nominate.tenantmgr.backup.files.PackedFiles;
import ai.nominate.tenantmgr.backup.files.TenantArchive;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the tenant has stored, and what its live slot has written. Taken after the dump: a file too many does no harm, a missing one does.
 */
@ApplicationScoped
public class FilesPart {
    private static final int MOST_SENTENCES = 20;

    private final TenantFiles files;
    private final TenantArchive archive;
    private final Supervisor supervisor;

    FilesPart(TenantFiles files, TenantArchive archive, Supervisor supervisor) {
        this.files = files;
        this.archive = archive;
        this.supervisor = supervisor;
    }

    /** @return what was done, for people */
    public String write(Work work) throws IOException {
        WorkNotes notes = WorkNotes.read(work.directory());
        AtomicReference<PackedFiles> packed = new AtomicReference<>();
        Part part = new BundleWriter(work.directory(), work.keys())
                .add(BundleManifest.FILES, out -> packed.set(pack(work, out)));
        packed.get().leftOut().stream()
                .limit(MOST_SENTENCES)
                .forEach(what -> work.log().accept("Not in the backup: " + what));
        packed.get().remarks().stream().limit(MOST_SENTENCES).forEach(work.log());
        long count = packed.get().files();
        notes.with(List.of(part), count).write(work.directory());
        return count + " files packed (" + part.plainBytes() + " bytes)";
    }

    private PackedFiles pack(Work work, OutputStream out) throws IOException {
        TenantSlug slug = work.tenant().slug();
        Optional<Slot> live = work.tenant().live();
        if (supervisor.hasUserPerTenant()) {
            return archive.pack(slug, live, out, work.limit(), work.scope());
        }
        FilePacking packing = new FilePacking(() -> work.scope().permit().check()).with("storage", files.storage(slug));
        live.ifPresent(slot -> packing.with("writable", files.writable(slug, slot)));
        packing.writeTo(out);
        return new PackedFiles(packing.files(), packing.leftOut(), List.of());
    }
}
