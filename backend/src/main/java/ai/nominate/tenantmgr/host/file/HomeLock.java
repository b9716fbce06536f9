package ai.nominate.tenantmgr.host.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ensures one manager per home. The kernel holds the lock, so it ends with its process in any case. No other code may
 * open {@code run/lock}: closing any channel to it would release the lock.
 */
public final class HomeLock implements AutoCloseable {
    /** The lock of this process: acquiring it twice would open the file twice. */
    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel channel;

    private HomeLock(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Acquires the lock and writes {@code run/manager.pid}.
     *
     * @throws HomeInUse if another manager holds it
     */
    public static HomeLock take(Home home) {
        Path run = SafeFiles.directory(home.run(), "rwx------");
        Path pidFile = run.resolve("manager.pid");
        if (!TAKEN.add(home.root())) {
            throw inUse(home, pidFile);
        }
        boolean taken = false;
        try {
            FileChannel channel =
                    FileChannel.open(run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw inUse(home, pidFile);
            }
            SafeFiles.write(pidFile, ProcessHandle.current().pid() + "\n", "rw-r--r--");
            taken = true;
            return new HomeLock(home.root(), channel);
        } catch (IOException e) {
            throw new UncheckedIOException("could not lock " + home.root(), e);
        } finally {
            if (!taken) {
                TAKEN.remove(home.root());
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            TAKEN.remove(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HomeInUse inUse(Home home, Path pidFile) {
        return new HomeInUse("The home " + home.root() + " is in use by the manager with process id " + holder(pidFile)
                + ". Stop that one first, or choose another home.");
    }

    private static String holder(Path pidFile) {
        try {
            return Files.readString(pidFile).strip();
        } catch (IOException unwritten) {
            return "unknown";
        }
    }
}
