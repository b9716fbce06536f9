package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.backup.BackupStorages;
import ai.nominate.tenantmgr.backup.Backups;
import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.backup.bundle.StoredBundle;
import ai.nominate.tenantmgr.backup.bundle.UnpackedBundle;
import ai.nominate.tenantmgr.backup.signer.TrustedBundles;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The backup that a run restores. Blocks. */
@ApplicationScoped
class RestoredBackup {
    private final Backups backups;
    private final BackupStorages storages;
    private final TrustedBundles bundles;
    private final RestoreFiles files;

    RestoredBackup(Backups backups, BackupStorages storages, TrustedBundles bundles, RestoreFiles files) {
        this.backups = backups;
        this.storages = storages;
        this.bundles = bundles;
        this.files = files;
    }

    /** The id of the backup is what was requested. */
    private StoredBundle stored(DeploymentContext context) {
        String backup = context.order().change().orElseThrow();
        return storages.bundle(
                Reactive.await(() -> Panache.withSession(() -> backups.find(backup, Actor.MANAGER))));
    }

    BundleManifest manifest(DeploymentContext context) {
        try {
            return bundles.reader().manifest(stored(context));
        } catch (IOException e) {
            throw new UncheckedIOException("the backup could not be read", e);
        }
    }

    /** What was unpacked before, or is now. */
    UnpackedBundle unpacked(DeploymentContext context) {
        Path into = files.bundle(context.tenant().slug(), context.run());
        try {
            return Files.isDirectory(into)
                    ? new UnpackedBundle(bundles.reader().manifest(stored(context)), into)
                    : bundles.reader().open(stored(context), into);
        } catch (IOException e) {
            throw new UncheckedIOException("the backup could not be unpacked", e);
        }
    }
}
