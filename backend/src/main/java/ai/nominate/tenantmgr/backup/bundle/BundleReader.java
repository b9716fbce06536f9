package ai.nominate.tenantmgr.backup.bundle;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads bundles, and refuses all that is not exactly what was written: signature, sizes and hashes are checked of every part before
 * any of it is decrypted or parsed. Blocks.
 */
public final class BundleReader {
    private final List<String> identities;
    private final BundleCheck check;

    /**
     * @param identities private keys, any of which opens it
     * @param trusts whether bundles of a signer are accepted
     */
    public BundleReader(List<String> identities, Predicate<String> trusts) {
        this.identities = List.copyOf(identities);
        this.check = new BundleCheck(trusts);
    }

    /** For the backups of this installation. */
    public static BundleReader of(BackupKeys keys) {
        return of(keys, keys.signer()::equals);
    }

    public static BundleReader of(BackupKeys keys, Predicate<String> trusts) {
        return new BundleReader(List.of(keys.verifier().identity()), trusts);
    }

    /**
     * The manifest, after its signature was checked. Reads no part.
     *
     * @throws ProblemException {@link BundleProblem}
     */
    public BundleManifest manifest(StoredBundle bundle) throws IOException {
        return check.manifest(bundle);
    }

    /**
     * Checks everything that needs no key: signature, sizes, and the hash of every part as it is stored.
     *
     * @throws ProblemException {@link BundleProblem}
     */
    public BundleManifest check(StoredBundle bundle) throws IOException {
        return check.whole(bundle);
    }

    /**
     * Checks and unpacks a bundle. The disk must have room for {@link BundleManifest#plainBytes}.
     *
     * @param into empty or missing; left empty by a refusal
     * @throws ProblemException {@link BundleProblem}
     */
    public UnpackedBundle open(StoredBundle bundle, Path into) throws IOException {
        BundleManifest manifest = check.whole(bundle);
        SafeFiles.directory(into, "rwx------");
        try {
            PartReader parts = new PartReader(bundle, identities);
            for (BundleManifest.Part part : manifest.parts()) {
                Path target = into.resolve(part.name());
                parts.read(
                        part,
                        part.name().equals(BundleManifest.FILES)
                                ? in -> new FileArchive(target).unpack(in, manifest.files())
                                : in -> PartReader.copy(in, target));
            }
            return new UnpackedBundle(manifest, into);
        } catch (IOException | RuntimeException e) {
            SafeFiles.deleteTree(into);
            throw e;
        }
    }

    /**
     * Decrypts every part to its end and keeps nothing.
     *
     * @throws ProblemException {@link BundleProblem}
     */
    public BundleManifest read(StoredBundle bundle) throws IOException {
        BundleManifest manifest = check.whole(bundle);
        PartReader parts = new PartReader(bundle, identities);
        for (BundleManifest.Part part : manifest.parts()) {
            parts.read(
                    part,
                    part.name().equals(BundleManifest.FILES) ? in -> FileArchive.list(in, manifest.files()) : in -> {});
        }
        return manifest;
    }
}
