package ai.nominate.tenantmgr.backup.bundle;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest.Part;
import ai.nominate.tenantmgr.kernel.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** Checks what needs no key to decrypt. */
final class BundleCheck {
    private static final int MOST = 4 << 20;
    private static final Set<String> NAMES =
            Set.of(BundleManifest.DATABASE, BundleManifest.FILES, BundleManifest.CONFIGURATION, BundleManifest.THEME);

    private final Predicate<String> trusts;

    BundleCheck(Predicate<String> trusts) {
        this.trusts = trusts;
    }

    BundleManifest manifest(StoredBundle bundle) throws IOException {
        byte[] text = small(bundle, BundleManifest.FILE, BundleProblem.TRUNCATED, "It has no manifest");
        byte[] signature = small(bundle, BundleManifest.SIGNATURE, BundleProblem.UNSIGNED, "It has no signature");
        BundleManifest manifest = ManifestJson.read(text);
        String signed = new String(signature, StandardCharsets.US_ASCII).strip();
        if (!SigningKey.verifies(manifest.signer(), text, signed)) {
            throw new ProblemException(BundleProblem.ALTERED, "The signature is not that of its manifest");
        }
        if (!trusts.test(manifest.signer())) {
            throw new ProblemException(
                    BundleProblem.FOREIGN, "It was signed by another installation, " + manifest.signer());
        }
        if (bundle.backup().filter(id -> !id.equals(manifest.backupId())).isPresent()) {
            throw new ProblemException(BundleProblem.FOREIGN, "It is the backup " + manifest.backupId());
        }
        parts(manifest.parts());
        return manifest;
    }

    private static void parts(List<Part> parts) {
        Set<String> seen = new HashSet<>();
        if (parts.isEmpty()) {
            throw new ProblemException(BundleProblem.EMPTY, "It has no parts");
        }
        for (Part part : parts) {
            if (!NAMES.contains(part.name()) || !seen.add(part.name())) {
                throw new ProblemException(BundleProblem.ALTERED, "It has a part that no backup has");
            }
            if (part.plainBytes() < 1 || part.cipherBytes() < 1) {
                throw new ProblemException(BundleProblem.EMPTY, "Its part " + part.name() + " is empty");
            }
        }
    }

    BundleManifest whole(StoredBundle bundle) throws IOException {
        BundleManifest manifest = manifest(bundle);
        for (Part part : manifest.parts()) {
            long size = bundle.size(part.file())
                    .orElseThrow(() ->
                            new ProblemException(BundleProblem.TRUNCATED, "Its part " + part.name() + " is missing"));
            if (size != part.cipherBytes()) {
                throw new ProblemException(
                        size < part.cipherBytes() ? BundleProblem.TRUNCATED : BundleProblem.ALTERED,
                        "Its part " + part.name() + " has " + size + " of " + part.cipherBytes() + " bytes");
            }
        }
        for (Part part : manifest.parts()) {
            try (InputStream in = bundle.read(part.file())) {
                Digests digests = new Digests();
                PartReader.drain(new MeasuredInput(in, digests, part.cipherBytes()));
                if (!digests.hex().equals(part.cipherSha256())) {
                    throw new ProblemException(
                            BundleProblem.ALTERED, "The bytes of its part " + part.name() + " are not those written");
                }
            }
        }
        return manifest;
    }

    private static byte[] small(StoredBundle bundle, String file, BundleProblem missing, String detail)
            throws IOException {
        OptionalLong size = bundle.size(file);
        if (size.isEmpty()) {
            throw new ProblemException(missing, detail);
        }
        if (size.getAsLong() == 0) {
            throw new ProblemException(BundleProblem.EMPTY, file + " is empty");
        }
        try (InputStream in = bundle.read(file)) {
            byte[] text = in.readNBytes(MOST + 1);
            if (text.length > MOST) {
                throw new ProblemException(BundleProblem.TOO_LARGE, file + " is larger than any backup has it");
            }
            return text;
        }
    }
}
