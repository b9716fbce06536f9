package ai.nominate.tenantmgr.host.command;

import ai.nominate.tenantmgr.host.file.DirectorySize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Adds up the files of some directories again and again, beside a command that writes them: a tree of many files takes a while to
 * look at. Rests nineteen times as long as it looked. What is written between two looks is over the limit.
 */
public final class DiskWatch implements AutoCloseable {
    private static final Duration LEAST_REST = Duration.ofMillis(500);
    private static final int REST_PER_LOOK = 19;

    private final List<Path> directories;
    private final LongFunction<Optional<String>> limit;
    private final Thread thread;
    private volatile Optional<String> excess = Optional.empty();

    /**
     * @param directories none for no watch
     * @param limit the sentence for so many bytes; empty while they are within the limit
     */
    public DiskWatch(List<Path> directories, LongFunction<Optional<String>> limit) {
        this.directories = List.copyOf(directories);
        this.limit = limit;
        this.thread = Thread.ofVirtual().name("disk-watch").unstarted(this::watch);
        if (!directories.isEmpty()) {
            thread.start();
        }
    }

    /** The sentence once the limit was seen to be exceeded. */
    public Optional<String> excess() {
        return excess;
    }

    /** Looks once more: a command may have ended between two looks. */
    public Optional<String> last() {
        close();
        return excess.or(this::look);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        try {
            while (excess.isEmpty()) {
                long start = System.nanoTime();
                excess = look();
                long took = System.nanoTime() - start;
                Thread.sleep(Duration.ofNanos(Math.max(LEAST_REST.toNanos(), REST_PER_LOOK * took)));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> look() {
        return limit.apply(directories.stream().mapToLong(DirectorySize::of).sum());
    }
}
