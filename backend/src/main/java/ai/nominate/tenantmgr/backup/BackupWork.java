package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.backup.bundle.BundleReader;
import ai.nominate.tenantmgr.backup.bundle.DirectoryBundle;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes a backup, piece by piece. Each piece may be done again after a crash; only the last one makes a backup of it. Whatever fails,
 * earlier backups are not touched. Blocks.
 */
@ApplicationScoped
class BackupWork {
    private final Home home;
    private final DatabasePart database;
    private final FilesPart files;
    private final BundleSeal seal;
    private final BundleTrial trial;
    private final BackupStorages storages;
    private final BackupKeyFile keys;
    private final Backups backups;

    BackupWork(
            Home home,
            DatabasePart database,
            FilesPart files,
            BundleSeal seal,
            BundleTrial trial,
            BackupStorages storages,
            BackupKeyFile keys,
            Backups backups) {
        this.home = home;
        this.database = database;
        this.files = files;
        this.seal = seal;
        this.trial = trial;
        this.storages = storages;
        this.keys = keys;
        this.backups = backups;
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
        return whole(() -> Files.exists(work.directory()) ? trial.read(work) : "It was stored before");
    }

    /** From then on it counts. */
    String store(Work work) {
        return whole(() -> {
            BundleManifest manifest = isSealed(work)
                    ? BundleReader.of(keys.keys()).manifest(new DirectoryBundle(work.directory(), Optional.of(work.id())))
                    : BundleReader.of(keys.keys()).manifest(work.storage().open(work.place(), work.id()));
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

    /** For the log of a run that has no context of its own here. */
    static Consumer<String> log(RunScope scope) {
        return sentence -> scope.output().accept(LineSink.Stream.OUT, sentence);
    }
}
