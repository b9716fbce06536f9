package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.backup.files.StagedFiles;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where the files of a restore lie, and how they take their place. Where files are the manager's they lie beside the tenant's own, on
 * the same disk, out of sight of its services; where the tenant has a user of its own they are given to that one first. Blocks.
 */
@ApplicationScoped
class RestoreFiles {
    private final TenantFiles files;
    private final StagedFiles staged;
    private final Supervisor supervisor;

    RestoreFiles(TenantFiles files, StagedFiles staged, Supervisor supervisor) {
        this.files = files;
        this.staged = staged;
        this.supervisor = supervisor;
    }

    /** The unpacked backup. */
    Path bundle(TenantSlug slug, UUID run) {
        return directory(slug, run).resolve("bundle");
    }

    /** What takes the place of the tenant's storage. */
    Path restored(TenantSlug slug, UUID run) {
        return bundle(slug, run).resolve("files/storage");
    }

    /** Whether files that the manager has unpacked have yet to become the tenant's. */
    boolean needStaging() {
        return supervisor.hasUserPerTenant();
    }

    /** @throws IOException with a sentence for people; nothing is changed then */
    void stage(TenantSlug slug, RunScope scope) throws IOException {
        staged.stage(slug, scope.id(), restored(slug, scope.id()), scope);
    }

    /** @param restore whose files; the scope may be of its undo */
    void swap(TenantSlug slug, UUID restore, RunScope scope) {
        if (needStaging()) {
            staged.swap(slug, restore, scope);
        } else {
            own(slug, restore).swap(scope.permit());
        }
    }

    void swapBack(TenantSlug slug, UUID restore, RunScope scope) {
        if (needStaging()) {
            staged.swapBack(slug, restore, scope);
        } else {
            own(slug, restore).swapBack(scope.permit());
        }
    }

    private SwappedFiles own(TenantSlug slug, UUID restore) {
        return new SwappedFiles(
                files.storage(slug),
                restored(slug, restore),
                directory(slug, restore).resolve("before"));
    }

    /** Removes all files of the restore; those that are live are not among them. */
    void remove(TenantSlug slug, UUID restore, Permit permit) {
        if (needStaging()) {
            staged.remove(slug, restore, new RunScope(restore, 0, permit, LineSink.NONE));
        }
        SafeFiles.deleteTree(directory(slug, restore), permit);
    }

    private Path directory(TenantSlug slug, UUID restore) {
        return files.directory(slug).resolve("restore").resolve(restore.toString());
    }
}
