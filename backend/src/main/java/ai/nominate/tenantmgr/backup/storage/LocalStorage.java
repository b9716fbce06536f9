package ai.nominate.tenantmgr.backup.storage;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.backup.bundle.DirectoryBundle;
import ai.nominate.tenantmgr.backup.bundle.StoredBundle;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** A directory below the home of the tenant's server. */
@ApplicationScoped
public class LocalStorage implements BackupStorage {
    public static final String ID = "local";

    private final Home home;

    LocalStorage(Home home) {
        this.home = home;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void keep(Path bundle, BundleManifest manifest, String place, Permit permit) {
        Path target = path(place);
        if (!bundle.equals(target) && Files.isDirectory(bundle, LinkOption.NOFOLLOW_LINKS)) {
            SafeFiles.directory(home.backups(), "rwx------");
            SafeFiles.directory(target.getParent(), "rwx------");
            permit.check();
            SafeFiles.move(bundle, target);
        }
    }

    @Override
    public StoredBundle open(String place, UUID backup) {
        return new DirectoryBundle(path(place), Optional.of(backup));
    }

    @Override
    public void remove(String place, Permit permit) {
        SafeFiles.deleteTree(path(place).resolve("manifest.sig"), permit);
        SafeFiles.deleteTree(path(place), permit);
    }

    private Path path(String place) {
        Path path = home.backups().resolve(place).normalize();
        if (!path.startsWith(home.backups()) || path.equals(home.backups())) {
            throw new IllegalArgumentException("no place of a backup: " + place);
        }
        return path;
    }
}
