package ai.nominate.tenantmgr.host.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Held by the manager that may change a home. The kernel ends it with its holder, so who gets it knows that the last holder is
 * gone or has given it up.
 */
public final class HomeLock implements AutoCloseable {
    private final FileLockHolder lock;

    private HomeLock(FileLockHolder lock) {
        this.lock = lock;
    }

    /** Takes it and writes {@code run/manager.pid}; empty while another process has it. Does not wait. */
    public static Optional<HomeLock> tryTake(Home home) {
        Path run = SafeFiles.directory(home.run(), "rwx------");
        Optional<FileLockHolder> lock = FileLockHolder.tryTake(run.resolve("lock"));
        lock.ifPresent(
                taken -> SafeFiles.write(pidFile(home), ProcessHandle.current().pid() + "\n", "rw-r--r--"));
        return lock.map(HomeLock::new);
    }

    /** The process id of the last one that took it, or {@code unknown}. */
    public static String lastHolder(Home home) {
        try {
            return Files.readString(pidFile(home)).strip();
        } catch (IOException unwritten) {
            return "unknown";
        }
    }

    @Override
    public void close() {
        lock.close();
    }

    private static Path pidFile(Home home) {
        return home.run().resolve("manager.pid");
    }
}
