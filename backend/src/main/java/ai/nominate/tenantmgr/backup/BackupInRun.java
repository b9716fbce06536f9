package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.backup.bundle.BundleReader;
import ai.nominate.tenantmgr.backup.bundle.UnpackedBundle;
import ai.nominate.tenantmgr.backup.work.Work;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Backups that another run takes as a part of itself, before it does what cannot be undone. Blocks. */
@ApplicationScoped
public class BackupInRun {
    private final NewBackups rows;
    private final Backups backups;
    private final BackupWork work;
    private final BackupStorages storages;
    private final BackupKeyFile keys;
    private final Home home;

    BackupInRun(
            NewBackups rows,
            Backups backups,
            BackupWork work,
            BackupStorages storages,
            BackupKeyFile keys,
            Home home) {
        this.rows = rows;
        this.backups = backups;
        this.work = work;
        this.storages = storages;
        this.keys = keys;
        this.home = home;
    }

    /** The complete backup that the run has taken. */
    public Optional<BackupSnapshot> of(UUID run, BackupReason reason) {
        return Optional.ofNullable(Reactive.await(() -> Panache.withSession(() -> Backups.ofRun(run, reason))))
                .map(BackupSnapshot::of)
                .filter(BackupSnapshot::isComplete);
    }

    /**
     * Takes a backup, unless the run has done so already.
     *
     * @param by who asked for the run
     * @param log takes sentences for people
     * @throws ProblemException if it fails; nothing of it is left
     */
    public BackupSnapshot take(
            TenantSnapshot tenant, BackupReason reason, String by, RunScope scope, Consumer<String> log) {
        Optional<BackupSnapshot> taken = of(scope.id(), reason);
        if (taken.isPresent()) {
            return taken.get();
        }
        String storage = storages.wanted();
        BackupRow row = scope.permit().transaction(() -> rows.again(tenant, reason, by, scope.id(), storage));
        Work piece = work.of(row, tenant, scope, log);
        try {
            work.database(piece);
            work.files(piece);
            work.seal(piece);
            work.check(piece);
            log.accept(work.store(piece));
        } catch (ProblemException e) {
            work.discard(piece);
            scope.permit().transaction(() -> backups.failed(row.id, e.problem().title() + ": " + e.getMessage()));
            throw e;
        }
        return of(scope.id(), reason).orElseThrow();
    }

    /** Unpacks a backup for a while: the work gets the parts in clear, which are removed after it. */
    public void unpacked(BackupSnapshot backup, Consumer<UnpackedBundle> use) {
        Path into = home.run().resolve("backup-" + UUID.randomUUID());
        try {
            use.accept(BundleReader.of(keys.keys()).open(storages.bundle(backup), into));
        } catch (IOException e) {
            throw new ProblemException(BackupProblem.FAILED, "The backup cannot be read: " + e.getMessage());
        } finally {
            SafeFiles.deleteTree(into);
        }
    }

    /** The manifest of a complete backup, its signature checked. */
    public BundleManifest manifest(BackupSnapshot backup) {
        try {
            return BundleReader.of(keys.keys()).manifest(storages.bundle(backup));
        } catch (IOException e) {
            throw new ProblemException(BackupProblem.FAILED, "The backup cannot be read: " + e.getMessage());
        }
    }
}
