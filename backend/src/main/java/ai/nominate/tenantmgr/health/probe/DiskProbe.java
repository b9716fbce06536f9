package ai.nominate.tenantmgr.health.probe;

import ai.nominate.tenantmgr.host.file.DirectorySize;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.nio.file.Path;

/** How much a tenant's files take, and how much of their disk is left. */
@ApplicationScoped
class DiskProbe implements SingleProbe {
    /** Below this share, applications fail soon. */
    private static final int FULL_PERCENT = 2;

    private final TenantFiles files;

    DiskProbe(TenantFiles files) {
        this.files = files;
    }

    @Override
    public CheckKind kind() {
        return CheckKind.DISK;
    }

    @Override
    public Outcome look(CheckTarget target) {
        Path directory = files.directory(target.tenant().slug());
        long used = DirectorySize.of(directory);
        File disk = directory.toFile();
        long total = disk.getTotalSpace();
        if (total == 0) {
            return Outcome.of(Verdict.FAILED, "The tenant's directory does not exist");
        }
        int left = (int) (disk.getUsableSpace() * 100 / total);
        Verdict verdict = left < FULL_PERCENT
                ? Verdict.FAILED
                : left < target.warnings().diskPercent() ? Verdict.WARNING : Verdict.OK;
        return Outcome.of(verdict, "Files of " + ByteText.of(used) + "; " + left + " % of the disk is free");
    }
}
