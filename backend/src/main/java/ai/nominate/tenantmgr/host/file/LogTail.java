package ai.nominate.tenantmgr.host.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log whose start may have been punched out: the hole reads as NUL bytes, which are skipped. */
public final class LogTail {
    private static final int FARTHEST = 1024 * 1024;

    private LogTail() {}

    /** Reads the last MiB at most. */
    public static List<String> read(Path log, int count) {
        if (!Files.isRegularFile(log)) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(log)) {
            long size = channel.size();
            long from = Math.max(0, size - FARTHEST);
            ByteBuffer end = ByteBuffer.allocate((int) (size - from));
            while (end.hasRemaining() && channel.read(end, from + end.position()) > 0) {
                // until the end, or until the file was truncated
            }
            int start = afterHole(end.array(), end.position());
            if (start == 0 && from > 0) {
                start = afterFirstLine(end.array(), end.position());
            }
            LastLines lines = new LastLines(count);
            LineSplitter cutter = new LineSplitter(lines::add);
            int length = end.position() - start;
            byte[] text = new byte[length];
            System.arraycopy(end.array(), start, text, 0, length);
            cutter.feed(text, length);
            cutter.finish();
            return lines.lines();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + log, e);
        }
    }

    private static int afterHole(byte[] bytes, int length) {
        int start = 0;
        while (start < length && bytes[start] == 0) {
            start++;
        }
        return start;
    }

    private static int afterFirstLine(byte[] bytes, int length) {
        int start = 0;
        while (start < length && bytes[start] != '\n') {
            start++;
        }
        return Math.min(length, start + 1);
    }
}
