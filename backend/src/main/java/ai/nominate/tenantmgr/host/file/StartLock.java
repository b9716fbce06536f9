package ai.nominate.tenantmgr.host.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Held briefly by a manager that creates the keys of a home or starts its PostgreSQL, so that two managers on one home do not do
 * so at the same time. Not related to the right to change the rest of the home.
 */
public final class StartLock implements AutoCloseable {
    private static final long LOOK_MS = 20;
    private final FileLockHolder lock;

    private StartLock(FileLockHolder lock) {
        this.lock = lock;
    }

    /**
     * Acquires the lock.
     *
     * @throws HomeInUse if another process holds it for longer than the limit
     */
    public static StartLock take(Home home, Duration limit) {
        Path file = SafeFiles.directory(home.run(), "rwx------").resolve("start.lock");
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<FileLockHolder> lock = FileLockHolder.tryTake(file);
            if (lock.isPresent()) {
                return new StartLock(lock.get());
            }
            if (System.nanoTime() > deadline) {
                throw new HomeInUse("Another manager has been starting on the home " + home.root() + " for more than "
                        + limit.toSeconds() + " s. Stop that one first, or choose another home.");
            }
            pause();
        }
    }

    @Override
    public void close() {
        lock.close();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the start of another manager", e);
        }
    }
}
