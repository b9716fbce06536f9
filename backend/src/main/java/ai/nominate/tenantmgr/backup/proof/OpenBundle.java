package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.backup.bundle.StoredBundle;
import ai.nominate.tenantmgr.backup.signer.TrustedBundles;
import ai.nominate.tenantmgr.host.file.DiskSpace;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** Checks signature, sizes and hashes of the backup, and unpacks it. */
@Singleton
class OpenBundle extends ProofStep {
    /** The unpacked parts, and a database of about their size. */
    private static final int COPIES = 3;

    private static final long RESERVE = 512L << 20;

    private final ProvenBackups backups;
    private final TrustedBundles bundles;
    private final ProofFiles files;

    OpenBundle(ProvenBackups backups, TrustedBundles bundles, ProofFiles files) {
        super("open-bundle", "Backup", 1_500);
        this.backups = backups;
        this.bundles = bundles;
        this.files = files;
    }

    @Override
    StepResult prove(ProofContext context) throws IOException {
        StoredBundle stored = backups.bundle(context.backup());
        BundleManifest manifest = bundles.reader().manifest(stored);
        SafeFiles.directory(context.directory(), "rwx------");
        Optional<String> shortage =
                new DiskSpace(context.directory()).shortage(COPIES * manifest.plainBytes() + RESERVE);
        if (shortage.isPresent()) {
            return new StepResult.Failed(ProofProblem.UNTRIED, shortage.get());
        }
        long start = System.nanoTime();
        SafeFiles.deleteTree(context.bundle(), context.permit());
        bundles.reader().open(stored, context.bundle());
        context.facts().took((System.nanoTime() - start) / 1_000_000);
        context.facts().reached(Level.L1);
        context.facts().put("files", Long.toString(manifest.files()));
        return new StepResult.Done("Signature, sizes and hashes of "
                + manifest.parts().size() + " part(s) are right; unpacked " + (manifest.plainBytes() >> 10) + " KiB");
    }

    @Override
    public Optional<String> undo(ProofContext context) {
        files.remove(context.run(), context.permit());
        return Optional.of("Unpacked files removed");
    }
}
