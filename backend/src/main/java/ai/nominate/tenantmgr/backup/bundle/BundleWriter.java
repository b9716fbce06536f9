package ai.nominate.tenantmgr.backup.bundle;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest.Part;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes a bundle into a directory: its parts, then the manifest and the signature that make a backup of them. Blocks. */
public final class BundleWriter {
    private final Path directory;
    private final BackupKeys keys;
    private final List<Part> parts = new ArrayList<>();

    /** @param directory its owner's alone */
    public BundleWriter(Path directory, BackupKeys keys) {
        this(directory, keys, List.of());
    }

    /** @param written parts that are there already */
    public BundleWriter(Path directory, BackupKeys keys, List<Part> written) {
        this.directory = directory;
        this.keys = keys;
        this.parts.addAll(written);
    }

    /**
     * Adds a part, synced to the disk. What an earlier attempt left of it is replaced.
     *
     * @throws IOException if the disk fails or is full, or the content does
     */
    public Part add(String name, Content content) throws IOException {
        Path file = directory.resolve(Part.file(name));
        Files.deleteIfExists(file);
        Digests plain = new Digests();
        Digests cipher = new Digests();
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            OutputStream stored =
                    new MeasuredOutput(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16), cipher);
            try (OutputStream out = new MeasuredOutput(PartCipher.seal(stored, keys.recipients()), plain)) {
                content.writeTo(out);
                out.flush();
                // closed with the channel still open: what is left in the layers above is written by it
            }
        }
        sync(file);
        Part part = new Part(name, plain.bytes(), plain.hex(), cipher.bytes(), cipher.hex());
        parts.add(part);
        return part;
    }

    public Part add(String name, Path content) throws IOException {
        return add(name, out -> {
            try (InputStream in = Files.newInputStream(content)) {
                in.transferTo(out);
            }
        });
    }

    /** Writes the manifest with the parts, and signs it. From then on it is a backup. */
    public BundleManifest seal(BundleManifest about) {
        BundleManifest manifest = about.sealed(parts, keys.recipients(), keys.signer());
        byte[] text = ManifestJson.write(manifest);
        SafeFiles.write(directory.resolve(BundleManifest.FILE), text, "rw-------");
        String signature = keys.signing().sign(text) + "\n";
        SafeFiles.write(
                directory.resolve(BundleManifest.SIGNATURE),
                signature.getBytes(StandardCharsets.US_ASCII),
                "rw-------");
        return manifest;
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Writes the bytes of a part. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
