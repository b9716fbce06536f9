package ai.nominate.tenantmgr.backup.bundle;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest.Part;
import ai.nominate.tenantmgr.kernel.ProblemException;
import com.github.luben.zstd.ZstdIOException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;

/** Decrypts parts whose stored bytes were checked, and compares what comes out with the manifest. */
final class PartReader {
    private final StoredBundle bundle;
    private final List<String> identities;

    PartReader(StoredBundle bundle, List<String> identities) {
        this.bundle = bundle;
        this.identities = identities;
    }

    /** @param use may leave the end of the part unread */
    void read(Part part, Use use) throws IOException {
        Digests digests = new Digests();
        try (InputStream stored = bundle.read(part.file());
                InputStream plain = new MeasuredInput(opened(stored, part), digests, part.plainBytes())) {
            use.read(plain);
            drain(plain);
        } catch (ProblemException e) {
            throw e;
        } catch (IOException e) {
            if (e.getCause() instanceof GeneralSecurityException || e instanceof ZstdIOException) {
                throw new ProblemException(
                        BundleProblem.ALTERED, "Its part " + part.name() + " cannot be decrypted to its end");
            }
            throw e;
        }
        if (digests.bytes() != part.plainBytes() || !digests.hex().equals(part.plainSha256())) {
            throw new ProblemException(
                    BundleProblem.ALTERED, "The content of its part " + part.name() + " is not what was written");
        }
    }

    private InputStream opened(InputStream stored, Part part) throws IOException {
        try {
            return PartCipher.open(stored, identities);
        } catch (GeneralSecurityException e) {
            throw new ProblemException(
                    BundleProblem.WRONG_KEY, "No key of this installation opens its part " + part.name());
        }
    }

    static void copy(InputStream in, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        target,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                OutputStream out = Channels.newOutputStream(channel)) {
            in.transferTo(out);
        }
    }

    static void drain(InputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    /** Reads a part. */
    @FunctionalInterface
    interface Use {
        void read(InputStream in) throws IOException;
    }
}
