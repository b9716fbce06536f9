package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.backup.bundle.BundleReader;
import ai.nominate.tenantmgr.backup.bundle.DirectoryBundle;
import ai.nominate.tenantmgr.backup.work.BundleSeal;
import ai.nominate.tenantmgr.backup.work.BundleTrial;
import ai.nominate.tenantmgr.backup.work.DatabasePart;
import ai.nominate.tenantmgr.backup.work.FilesPart;
import ai.nominate.tenantmgr.backup.work.Work;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes a backup, piece by piece. Each piece may be done again after a crash; only the last one makes a backup of it. Whatever fails,
 * earlier backups are not touched. Blocks.
 */
@ApplicationScoped
class BackupWork {
    private static final int COMPARED = 5;

    private final Home home;
    private final DatabasePart database;
    private final FilesPart files;
    private final BundleSeal seal;
    private final BundleTrial trial;
    private final BackupStorages storages;
    private final BackupKeyFile keys;
    private final Backups backups;
    private final Settings settings;

    BackupWork(
            Home home,
            DatabasePart database,
            FilesPart files,
            BundleSeal seal,
            BundleTrial trial,
            BackupStorages storages,
            BackupKeyFile keys,
            Backups backups,
            Settings settings) {
        this.home = home;
        this.database = database;
        this.files = files;
        this.seal = seal;
        this.trial = trial;
        this.storages = storages;
        this.keys = keys;
        this.backups = backups;
        this.settings = settings;
    }

    /** @param log takes sentences for people */
    Work of(BackupRow row, TenantSnapshot tenant, RunScope scope, Consumer<String> log) {
        Path unfinished = home.backups().resolve(row.place + Work.UNFINISHED);
        return new Work(
                row.id,
                tenant,
                row.reason,
                row.createdAt,
                storages.named(row.storage),
                row.place,
                unfinished,
                scope,
                keys.keys(),
                Reactive.await(() -> settings.get(BackupSettings.TIMEOUT)),
                log);
    }

    String database(Work work) {
        return whole(() -> {
            SafeFiles.directory(home.backups(), "rwx------");
            SafeFiles.directory(work.directory().getParent(), "rwx------");
            SafeFiles.directory(work.directory(), "rwx------");
            return database.write(work);
        });
    }

    String files(Work work) {
        return whole(() -> files.write(work));
    }

    String seal(Work work) {
        return whole(() -> isSealed(work) ? "It was sealed before" : "Sealed in format " + seal.write(work).format());
    }

    String check(Work work) {
        return whole(() -> Files.exists(work.directory()) ? trial.read(work, sizes(work)) : "It was stored before");
    }

    /** From then on it counts. */
    String store(Work work) {
        return whole(() -> {
            BundleManifest manifest = isSealed(work)
                    ? BundleReader.of(work.keys()).manifest(new DirectoryBundle(work.directory(), Optional.of(work.id())))
                    : BundleReader.of(work.keys()).manifest(work.storage().open(work.place(), work.id()));
            work.storage().keep(work.directory(), manifest, work.place(), work.scope().permit());
            work.scope().permit().transaction(() -> backups.complete(work.id(), manifest));
            return "Kept in " + (work.storage().id().equals("s3") ? "S3 storage, and read back" : "the home") + ": "
                    + manifest.cipherBytes() + " bytes";
        });
    }

    /** Removes what was written, unless it is a backup by now. */
    void discard(Work work) {
        SafeFiles.deleteTree(work.directory());
    }

    private static List<Long> sizes(Work work) {
        return Reactive.await(() -> Panache.withSession(() -> BackupRow.<BackupRow>find(
                        "tenantId = ?1 and state = 'complete' order by createdAt desc",
                        work.tenant().id())
                .range(0, COMPARED - 1)
                .list()
                .map(rows -> rows.stream().map(row -> row.bytes).sorted().toList())));
    }

    private static boolean isSealed(Work work) {
        return Files.exists(work.directory().resolve("manifest.sig"));
    }

    private static String whole(Piece piece) {
        try {
            return piece.work();
        } catch (IOException e) {
            throw new ProblemException(BackupProblem.FAILED, sentence(e));
        } catch (java.io.UncheckedIOException e) {
            throw new ProblemException(BackupProblem.FAILED, sentence(e.getCause()));
        }
    }

    private static String sentence(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private interface Piece {
        String work() throws IOException;
    }
}
