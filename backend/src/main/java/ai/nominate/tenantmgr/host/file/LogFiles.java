package ai.nominate.tenantmgr.host.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.function.BiConsumer;

/**
 * Keeps a log that others append to small: its end is copied to a file beside it, and the log is emptied. Its writers keep it
 * open in append mode, so they go on at its beginning. What they write between the last look and the emptying, some
 * microseconds, is lost; to have a program open its log anew would need a way for each program.
 */
public final class LogFiles {
    private static final long MOST_BYTES = 16L << 20;
    private static final int OLDER = 2;

    private final Path lock;
    private final long mostBytes;

    /** Logs of 16 MiB, each with two older files of the same size. */
    public LogFiles(Home home) {
        this(home, MOST_BYTES);
    }

    LogFiles(Home home, long mostBytes) {
        this.lock = home.run().resolve("logs.lock");
        this.mostBytes = mostBytes;
    }

    /**
     * Rotates those that are too large; of several managers on one home, one at a time.
     *
     * @param failed gets each log that could not be rotated, and the reason
     */
    public void rotate(Collection<Path> logs, BiConsumer<Path, String> failed) {
        SafeFiles.directory(lock.getParent(), "rwx------");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            if (held != null) {
                logs.forEach(log -> rotate(log, failed));
            }
        } catch (OverlappingFileLockException e) {
            // another application in this process, as in tests
        } catch (IOException e) {
            failed.accept(lock, e.getMessage());
        }
    }

    private void rotate(Path log, BiConsumer<Path, String> failed) {
        try {
            rotate(log);
        } catch (IOException | RuntimeException e) {
            failed.accept(log, e.getMessage());
        }
    }

    /** @return whether the log was too large */
    boolean rotate(Path log) throws IOException {
        if (!Files.isRegularFile(log, LinkOption.NOFOLLOW_LINKS) || Files.size(log) <= mostBytes) {
            return false;
        }
        for (int number = OLDER; number > 1; number--) {
            move(older(log, number - 1), older(log, number));
        }
        Path target = older(log, 1);
        SafeFiles.write(target, new byte[0], "rw-------");
        try (FileChannel from = FileChannel.open(
                        log, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileChannel to = FileChannel.open(target, StandardOpenOption.WRITE)) {
            long position = Math.max(0, from.size() - mostBytes);
            long copied;
            do {
                copied = from.transferTo(position, mostBytes, to);
                position += copied;
            } while (copied > 0);
            from.truncate(0);
        }
        return true;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            // not so many yet
        }
    }

    private static Path older(Path log, int number) {
        return log.resolveSibling(log.getFileName() + "." + number);
    }
}
