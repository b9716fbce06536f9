package ai.nominate.tenantmgr.host.command;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * A pipe with a name, through which bytes go between a task and the manager. Each side waits for the other: what is in memory is what
 * the kernel holds in a pipe. Used once.
 */
public final class Fifo implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Path path;
    private final CountDownLatch opened = new CountDownLatch(1);
    private volatile boolean left;
    private volatile boolean abandoned;
    private Exception failure;

    /** Makes it, open to all who see it: it lies in a directory that only the manager enters. */
    public Fifo(Path path, Runner runner) {
        this.path = path;
        SafeFiles.directory(path.getParent(), "rwx------");
        SafeFiles.deleteTree(path);
        CommandResult made = runner.run(Command.of("mkfifo", "--mode=0666", path.toString()), LIMIT);
        if (!made.succeeded()) {
            throw new IllegalStateException(
                    "the pipe " + path + " could not be made: " + String.join(" ", made.lastLines()));
        }
    }

    /**
     * Runs a task while a thread beside it moves bytes, until both have ended. Rethrows what the task throws once the thread has ended.
     */
    public Moved during(Supplier<CommandResult> task, Use use) {
        Thread mover =
                Thread.ofPlatform().name("files through " + path.getFileName()).start(() -> move(use));
        try {
            CommandResult result = task.get();
            end(mover);
            return new Moved(result, failure, left);
        } catch (RuntimeException e) {
            abandoned = true;
            end(mover);
            throw e;
        }
    }

    private void move(Use use) {
        try {
            use.move(this);
        } catch (IOException | RuntimeException e) {
            failure = e;
        } finally {
            opened.countDown();
        }
    }

    /** A task that never opened its end, or ended before, keeps nobody waiting. */
    private void end(Thread mover) {
        boolean isInterrupted = Thread.interrupted();
        while (true) {
            try {
                try (RandomAccessFile both = new RandomAccessFile(path.toFile(), "rw")) {
                    opened.await();
                } catch (IOException e) {
                    throw new IllegalStateException("the pipe " + path + " is gone", e);
                }
                mover.join();
                break;
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the task writes. Waits for it. */
    public InputStream read() throws IOException {
        InputStream in = new FileInputStream(path.toFile());
        opened.countDown();
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = in.read(buffer, offset, length);
                left |= read < 0;
                return read;
            }
        };
    }

    /** What the task reads. Waits for it. */
    public OutputStream write() throws IOException {
        OutputStream out = new FileOutputStream(path.toFile());
        opened.countDown();
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                try {
                    out.write(buffer, offset, length);
                } catch (IOException e) {
                    left = true;
                    throw e;
                }
            }
        };
    }

    /** What the manager writes of it, which ends with the task: a few bytes that were read may become very many. */
    public OutputStream until(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                if (abandoned) {
                    throw new IOException("The task was cancelled");
                }
                out.write(buffer, offset, length);
            }
        };
    }

    @Override
    public void close() {
        SafeFiles.deleteTree(path);
    }

    /** Moves bytes. Opens the pipe before anything else, and closes it. */
    @FunctionalInterface
    public interface Use {
        void move(Fifo fifo) throws IOException;
    }

    /**
     * @param failure of what moved the bytes; null if it came to its end
     * @param left whether the task had closed its end before: its result says more than the failure
     */
    public record Moved(CommandResult result, Exception failure, boolean left) {}
}
