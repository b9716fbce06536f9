package ai.nominate.tenantmgr.host.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines before a byte of a log whose start may have been punched out: the hole reads as NUL bytes, which are skipped.
 *
 * @param starts the byte with which each line begins
 * @param end the byte after the last of the lines
 */
record LogTail(List<String> lines, List<Long> starts, long end) {
    private static final int FARTHEST = 1024 * 1024;

    /**
     * Looks at the last MiB at most.
     *
     * @param earliest no line before it counts
     * @param last no byte from it on counts
     * @param grows whether the last line without an end is left out
     */
    static LogTail read(FileChannel channel, long earliest, long last, boolean grows, int count) throws IOException {
        long from = Math.max(Math.min(earliest, last), last - FARTHEST);
        ByteBuffer window = ByteBuffer.allocate((int) (last - from));
        while (window.hasRemaining() && channel.read(window, from + window.position()) > 0) {
            // until the end, or until the file became shorter
        }
        byte[] bytes = window.array();
        int length = grows ? lineEnd(bytes, window.position()) : window.position();
        int start = afterHole(bytes, length);
        if (start == 0 && from > earliest) {
            start = afterLine(bytes, 0, length);
        }
        List<String> lines = new ArrayList<>();
        List<Long> starts = new ArrayList<>();
        LineSplitter splitter = new LineSplitter(lines::add);
        for (int next = start; next < length; ) {
            int after = afterLine(bytes, next, length);
            splitter.feed(bytes, next, after);
            splitter.finish();
            if (lines.size() > starts.size()) {
                starts.add(from + next);
            }
            next = after;
        }
        int left = Math.max(0, lines.size() - count);
        return new LogTail(lines.subList(left, lines.size()), starts.subList(left, starts.size()), from + length);
    }

    /** Whether a line can begin there: at the start of the log, behind the end of a line or behind a hole. */
    static boolean isLineStart(FileChannel channel, long offset) throws IOException {
        ByteBuffer before = ByteBuffer.allocate(1);
        return offset == 0 || channel.read(before, offset - 1) == 1 && (before.get(0) == '\n' || before.get(0) == 0);
    }

    /** @param file the number of the log's file */
    LogPage page(long file) {
        List<String> places = starts.stream()
                .map(start -> new LogCursor(file, start, false).toString())
                .toList();
        return new LogPage(lines, places, new LogCursor(file, end, false).toString(), false);
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

    private static int afterLine(byte[] bytes, int from, int length) {
        int start = from;
        while (start < length && bytes[start] != '\n') {
            start++;
        }
        return Math.min(length, start + 1);
    }
}
