package ai.nominate.tenantmgr.backup.bundle;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A bundle as one tar archive, as encrypted as it is stored, in chunks: read as fast as somebody takes them. Blocks. */
public final class BundleTar implements AutoCloseable {
    private static final int CHUNK = 1 << 16;

    private final StoredBundle bundle;
    private final String directory;
    private final Deque<String> files = new ArrayDeque<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes);
    private InputStream current;
    private boolean ended;

    /** @param manifest of the bundle */
    public BundleTar(StoredBundle bundle, BundleManifest manifest) {
        this.bundle = bundle;
        this.directory = manifest.backupId() + "/";
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        files.add(BundleManifest.FILE);
        files.add(BundleManifest.SIGNATURE);
        manifest.parts().stream().map(Part::file).forEach(files::add);
    }

    /** The next bytes; empty at the end. */
    public byte[] next() {
        try {
            while (bytes.size() == 0 && !ended) {
                step();
            }
            byte[] chunk = bytes.toByteArray();
            bytes.reset();
            return chunk;
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
    }

    private void step() throws IOException {
        if (current == null) {
            begin();
            return;
        }
        byte[] read = current.readNBytes(CHUNK);
        tar.write(read);
        if (read.length < CHUNK) {
            current.close();
            current = null;
            tar.closeArchiveEntry();
        }
    }

    private void begin() throws IOException {
        String file = files.poll();
        if (file == null) {
            tar.finish();
            ended = true;
            return;
        }
        TarArchiveEntry entry = new TarArchiveEntry(directory + file);
        entry.setSize(bundle.size(file).orElseThrow(() -> new IOException(file + " is missing")));
        tar.putArchiveEntry(entry);
        current = bundle.read(file);
    }

    @Override
    public void close() {
        try {
            if (current != null) {
                current.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
