package ai.nominate.tenantmgr.host.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;

/**
 * The last lines of a log whose start may have been punched out: the hole reads as NUL bytes, which are skipped.
 *
 * @param end the byte after the last of the lines
 */
record LogTail(List<String> lines, long end) {
    private static final int FARTHEST = 1024 * 1024;

    /**
     * Looks at the last MiB at most.
     *
     * @param earliest no line before it counts
     * @param grows whether the last line without an end is left out
     */
    static LogTail read(FileChannel channel, long earliest, boolean grows, int count) throws IOException {
        long size = channel.size();
        long from = Math.max(Math.min(earliest, size), size - FARTHEST);
        ByteBuffer window = ByteBuffer.allocate((int) (size - from));
        while (window.hasRemaining() && channel.read(window, from + window.position()) > 0) {
            // until the end, or until the file became shorter
        }
        byte[] bytes = window.array();
        int length = grows ? lineEnd(bytes, window.position()) : window.position();
        int start = afterHole(bytes, length);
        if (start == 0 && from > earliest) {
            start = afterFirstLine(bytes, length);
        }
        LastLines lines = new LastLines(count);
        LineSplitter splitter = new LineSplitter(lines::add);
        byte[] text = Arrays.copyOfRange(bytes, start, Math.max(start, length));
        splitter.feed(text, text.length);
        splitter.finish();
        return new LogTail(lines.lines(), from + length);
    }

    private static int lineEnd(byte[] bytes, int length) {
        int end = length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
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
