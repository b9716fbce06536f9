package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.backup.BackupSnapshot;
import ai.nominate.tenantmgr.backup.BackupStorages;
import ai.nominate.tenantmgr.backup.Backups;
import ai.nominate.tenantmgr.backup.bundle.StoredBundle;
import ai.nominate.tenantmgr.backup.bundle.UnpackedBundle;
import ai.nominate.tenantmgr.backup.signer.TrustedBundles;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;

/** The backups of proofs, by id. Blocks. */
@ApplicationScoped
class ProvenBackups {
    private final Backups backups;
    private final BackupStorages storages;
    private final TrustedBundles bundles;

    ProvenBackups(Backups backups, BackupStorages storages, TrustedBundles bundles) {
        this.backups = backups;
        this.storages = storages;
        this.bundles = bundles;
    }

    BackupSnapshot snapshot(UUID backup) {
        return Reactive.await(() -> Panache.withSession(() -> backups.find(backup.toString(), Actor.MANAGER)));
    }

    StoredBundle bundle(UUID backup) {
        return storages.bundle(snapshot(backup));
    }

    /** What an earlier step has unpacked; unpacked again if it is gone. */
    UnpackedBundle unpacked(ProofContext context) throws IOException {
        StoredBundle stored = bundle(context.backup());
        return Files.isDirectory(context.bundle())
                ? new UnpackedBundle(bundles.reader().manifest(stored), context.bundle())
                : bundles.reader().open(stored, context.bundle());
    }
}
