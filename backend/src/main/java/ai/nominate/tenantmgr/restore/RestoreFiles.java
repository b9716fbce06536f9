package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.UUID;

/** Where the files of a restore lie: beside the tenant's own, on the same disk, out of sight of its services. */
@ApplicationScoped
class RestoreFiles {
    private final TenantFiles files;

    RestoreFiles(TenantFiles files) {
        this.files = files;
    }

    /** The unpacked backup. */
    Path bundle(TenantSlug slug, UUID run) {
        return directory(slug, run).resolve("bundle");
    }

    SwappedFiles storage(TenantSlug slug, UUID run) {
        return new SwappedFiles(
                files.storage(slug),
                bundle(slug, run).resolve("files/storage"),
                directory(slug, run).resolve("before"));
    }

    /** Removes all files of the restore; those that are live are not among them. */
    void remove(TenantSlug slug, UUID run, Permit permit) {
        SafeFiles.deleteTree(directory(slug, run), permit);
    }

    private Path directory(TenantSlug slug, UUID run) {
        return files.directory(slug).resolve("restore").resolve(run.toString());
    }
}
