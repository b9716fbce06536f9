package ai.nominate.tenantmgr.host.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A kernel lock on a file. It belongs to the whole process, so no other code may open that file: closing any channel to it would
 * release the lock.
 */
final class FileLockHolder implements AutoCloseable {
    /** The lock of this process: acquiring it twice would open the file twice. */
    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FileLockHolder(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Optional<FileLockHolder> tryTake(Path file) {
        if (!TAKEN.add(file)) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            taken = channel.tryLock() != null;
            if (!taken) {
                channel.close();
            }
            return taken ? Optional.of(new FileLockHolder(file, channel)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("could not lock " + file, e);
        } finally {
            if (!taken) {
                TAKEN.remove(file);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            TAKEN.remove(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
