package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.Runner;


import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Frees the disk space of old log content by punching holes. Services keep writing to the same files, offsets stay
 * valid, and no line is lost.
 */
public final class LogRotation {
    private static final Logger LOG = Logger.getLogger(LogRotation.class);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long STANDARD_MOST = 16L << 20;
    private static final long STANDARD_KEEP = 8L << 20;

    private final Runner runner;
    private final long mostBytes;
    private final long keepBytes;

    /** Cuts logs larger than 16 MiB to their last 8 MiB. */
    public LogRotation(Runner runner) {
        this(runner, STANDARD_MOST, STANDARD_KEEP);
    }

    LogRotation(Runner runner, long mostBytes, long keepBytes) {
        this.runner = runner;
        this.mostBytes = mostBytes;
        this.keepBytes = keepBytes;
    }

    /** Checks each file and cuts those that are too large. Missing files are skipped. */
    public void rotate(Collection<Path> logs) {
        for (Path log : logs) {
            if (size(log) > mostBytes && allocated(log) > mostBytes) {
                punch(log, keepBytes);
            }
        }
    }

    /**
     * Removes all but the last bytes, aligned to a line start. Logs a warning if the file system does not support it.
     */
    public void punch(Path log, long keep) {
        long length = lineStart(log, size(log) - keep);
        if (length <= 0) {
            return;
        }
        CommandResult result = runner.run(
                Command.of("fallocate", "--punch-hole", "--offset", "0", "--length", length + "", "--", log.toString()),
                LIMIT);
        if (!result.succeeded()) {
            LOG.warnf("The log %s could not be cut and keeps growing: %s", log, String.join(" ", result.lastLines()));
        }
    }

    private long allocated(Path log) {
        CommandResult result = runner.run(Command.of("stat", "--printf=%b %B\\n", "--", log.toString()), LIMIT);
        List<String> words =
                result.succeeded() ? List.of(result.lastLines().getFirst().split(" ")) : List.of("0", "0");
        return Long.parseLong(words.getFirst()) * Long.parseLong(words.getLast());
    }

    private static long size(Path log) {
        try {
            return Files.isRegularFile(log) ? Files.size(log) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long lineStart(Path log, long from) {
        if (from <= 0) {
            return 0;
        }
        try (FileChannel channel = FileChannel.open(log)) {
            ByteBuffer window = ByteBuffer.allocate(64 * 1024);
            int length = channel.read(window, from);
            for (int i = 0; i < length; i++) {
                if (window.get(i) == '\n') {
                    return from + i + 1;
                }
            }
            return from;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + log, e);
        }
    }
}
