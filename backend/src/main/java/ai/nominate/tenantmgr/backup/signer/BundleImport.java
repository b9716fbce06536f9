package ai.nominate.tenantmgr.backup.signer;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.backup.BackupKeyFile;
import ai.nominate.tenantmgr.backup.Backups;
import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.backup.bundle.BundleProblem;
import ai.nominate.tenantmgr.backup.bundle.BundleReader;
import ai.nominate.tenantmgr.backup.bundle.DirectoryBundle;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes a bundle that somebody brings, checks all of it, and only then makes a backup of it. Blocks. */
@ApplicationScoped
class BundleImport {
    /** Stay free for everything else on the disk. */
    private static final long RESERVE = 1L << 30;

    private static final String LOCAL = "local";

    private final Home home;
    private final TrustedBundles bundles;
    private final BackupKeyFile keys;
    private final Backups backups;
    private final Audit audit;
    private final OwnServer server;

    BundleImport(
            Home home,
            TrustedBundles bundles,
            BackupKeyFile keys,
            Backups backups,
            Audit audit,
            OwnServer server) {
        this.home = home;
        this.bundles = bundles;
        this.keys = keys;
        this.backups = backups;
        this.audit = audit;
        this.server = server;
    }

    /**
     * @return the id of the backup
     * @throws ProblemException with the reason; nothing is left
     */
    UUID read(InputStream body, Actor actor) {
        Path directory = home.backups().resolve(".import-" + UUID.randomUUID());
        try {
            SafeFiles.directory(home.backups(), "rwx------");
            SafeFiles.directory(directory, "rwx------");
            new BundleUpload(directory, RESERVE).read(body);
            BundleManifest manifest = checked(new DirectoryBundle(directory, Optional.empty()));
            keep(directory, manifest, actor);
            return manifest.backupId();
        } catch (IOException e) {
            throw new ProblemException(BundleProblem.TRUNCATED, "The upload ended early: " + e.getMessage());
        } finally {
            SafeFiles.deleteTree(directory);
        }
    }

    /** Says first whose it is, so that the signer can be added to the list. */
    private BundleManifest checked(DirectoryBundle bundle) throws IOException {
        String signer = BundleReader.of(keys.keys(), any -> true).manifest(bundle).signer();
        if (!bundles.isTrusted(signer)) {
            throw new ProblemException(
                    SignerProblem.UNTRUSTED, "Add the signer " + signer + " to the list, if it is known, and import again");
        }
        return bundles.reader().read(bundle);
    }

    private void keep(Path directory, BundleManifest manifest, Actor actor) {
        String place = manifest.tenantId() + "/" + manifest.backupId();
        Path target = home.backups().resolve(place);
        if (Files.exists(target)) {
            throw new ProblemException(SignerProblem.PRESENT, "It has the id " + manifest.backupId());
        }
        SafeFiles.directory(target.getParent(), "rwx------");
        SafeFiles.move(directory, target);
        try {
            Reactive.transaction(() -> backups.imported(
                            manifest.backupId(),
                            manifest,
                            server.id(),
                            manifest.backupId(),
                            actor.name(),
                            LOCAL,
                            place)
                    .flatMap(done -> record(manifest, actor)));
        } catch (RuntimeException e) {
            SafeFiles.deleteTree(target);
            throw e;
        }
    }

    private Uni<Void> record(BundleManifest manifest, Actor actor) {
        return audit.record(
                actor,
                Change.created(
                        "backup.import",
                        manifest.slug(),
                        manifest.tenantId(),
                        Map.of("backupId", manifest.backupId().toString(), "signer", manifest.signer())));
    }
}
