package ai.nominate.tenantmgr.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Supplier;

/**
 * The key set in its file, reloaded when the file is replaced: another manager on this home may have rotated the key. Checks
 * at the file each time, because a secret that is encrypted with a key that was dropped since is lost.
 */
final class KeyFile implements Supplier<KeySet> {
    private final Path file;
    private volatile Read last;

    KeyFile(Path file) {
        this.file = file;
        this.last = read();
    }

    @Override
    public KeySet get() {
        try {
            if (!version().equals(last.version())) {
                last = read();
            }
            return last.keys();
        } catch (IOException e) {
            throw new UncheckedIOException("tenantmgr.secrets-key-file: cannot read " + file, e);
        }
    }

    /** Reads the version first: a file that is replaced meanwhile is read again the next time. */
    private Read read() {
        try {
            String version = version();
            return new Read(version, KeySet.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("tenantmgr.secrets-key-file: cannot read " + file, e);
        }
    }

    /** Files are replaced, never written over, so a new one has another number. */
    private String version() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.fileKey() + " " + attributes.lastModifiedTime() + " " + attributes.size();
    }

    private record Read(String version, KeySet keys) {}
}
