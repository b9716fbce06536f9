package ai.nominate.tenantmgr.host.file;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a growing log page by page. Its head may have been cut out: the hole reads as NUL bytes, and is passed over without
 * being read. A page is at most 256 KiB of the file, independent of the number of lines.
 */
public final class LogReader {
    private static final int PAGE = 256 * 1024;
    private static final int BLOCK = 4 * 1024;

    private final Path log;
    private final boolean grows;

    /** @param grows whether the last line without an end may still get more; when not, it counts as a line */
    public LogReader(Path log, boolean grows) {
        this.log = log;
        this.grows = grows;
    }

    /**
     * @param cursor of the page before; empty for the oldest line there is
     * @param limit of lines, at least 1
     * @throws InvalidValue when the cursor is not one of ours
     */
    public LogPage page(String cursor, int limit) {
        if (!Files.isRegularFile(log)) {
            return LogPage.empty(cursor);
        }
        try (FileChannel channel = FileChannel.open(log)) {
            LogCursor from = cursor.isEmpty() ? new LogCursor(inode(), 0, false) : LogCursor.of(cursor);
            boolean anew = from.file() != inode() || from.offset() > channel.size();
            return page(channel, anew ? new LogCursor(inode(), 0, false) : from, anew, limit);
        } catch (NoSuchFileException e) {
            return LogPage.empty(cursor);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }

    /**
     * The last lines, looking at the last MiB at most, and a cursor that goes on after them.
     *
     * @param from where to begin at the earliest
     */
    public LogPage end(long from, int count) {
        if (!Files.isRegularFile(log)) {
            return LogPage.empty("");
        }
        try (FileChannel channel = FileChannel.open(log)) {
            return LogTail.read(channel, from, channel.size(), grows, count).page(inode());
        } catch (NoSuchFileException e) {
            return LogPage.empty("");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }

    /**
     * A line and those beside it.
     *
     * @param place of the line
     * @param before how many lines before it at most, out of the MiB before it
     * @param after how many lines from it on at most, at least 1
     * @return no line if this one is no longer kept
     * @throws InvalidValue when the place is not one of ours
     */
    public LogPage around(String place, int before, int after) {
        LogCursor at = LogCursor.of(place);
        LogPage from = page(place, after);
        if (from.lines().isEmpty() || !from.places().getFirst().equals(place)) {
            return LogPage.empty("");
        }
        try (FileChannel channel = FileChannel.open(log)) {
            return LogTail.isLineStart(channel, at.offset())
                    ? LogTail.read(channel, 0, at.offset(), false, before)
                            .page(inode())
                            .with(from)
                    : LogPage.empty("");
        } catch (NoSuchFileException e) {
            return LogPage.empty("");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }

    private LogPage page(FileChannel channel, LogCursor from, boolean anew, int limit) throws IOException {
        ByteBuffer window = read(channel, from.offset());
        if (window.hasRemaining() && window.get(0) == 0) {
            long data = firstData(channel, from.offset());
            if (data >= channel.size()) {
                return new LogPage(List.of(), List.of(), from.toString(), anew);
            }
            if (data > from.offset()) { // else a service wrote that NUL
                return page(channel, new LogCursor(from.file(), data, false), true, limit);
            }
        }
        List<String> lines = new ArrayList<>();
        List<String> places = new ArrayList<>();
        int next = from.within() ? afterLine(window, 0) : 0;
        boolean within = from.within() && next < 0;
        next = within ? window.limit() : next;
        while (!within && lines.size() < limit && next < window.limit()) {
            int end = afterLine(window, next);
            boolean tooLong = end < 0 && window.limit() == PAGE && lines.isEmpty();
            if (end < 0 && !tooLong && (grows || window.limit() == PAGE)) {
                break;
            }
            within = tooLong;
            end = end < 0 ? window.limit() : end;
            split(window, next, end, lines);
            if (lines.size() > places.size()) {
                places.add(new LogCursor(from.file(), from.offset() + next, false).toString());
            }
            next = end;
        }
        return new LogPage(lines, places, new LogCursor(from.file(), from.offset() + next, within).toString(), anew);
    }

    private static void split(ByteBuffer window, int from, int to, List<String> lines) {
        byte[] line = new byte[to - from];
        window.get(from, line);
        LineSplitter splitter = new LineSplitter(lines::add);
        splitter.feed(line, line.length);
        splitter.finish();
    }

    /** @return the byte after the next line break; -1 when there is none */
    private static int afterLine(ByteBuffer window, int from) {
        for (int i = from; i < window.limit(); i++) {
            if (window.get(i) == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    /** All before it is a hole, so that halving finds it; nothing but a hole reads as a block of NUL bytes. */
    private static long firstData(FileChannel channel, long from) throws IOException {
        long low = from / BLOCK;
        long high = channel.size() / BLOCK + 1;
        while (low < high) {
            long middle = (low + high) / 2;
            if (firstByte(channel, middle * BLOCK) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int first = firstByte(channel, low * BLOCK);
        return first < 0 ? channel.size() : low * BLOCK + first;
    }

    /** @return where the first byte but NUL lies in the block; -1 when there is none */
    private static int firstByte(FileChannel channel, long offset) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        int length = channel.read(block, offset);
        for (int i = 0; i < length; i++) {
            if (block.get(i) != 0) {
                return i;
            }
        }
        return -1;
    }

    private static ByteBuffer read(FileChannel channel, long offset) throws IOException {
        ByteBuffer window = ByteBuffer.allocate((int) Math.min(PAGE, Math.max(0, channel.size() - offset)));
        while (window.hasRemaining() && channel.read(window, offset + window.position()) > 0) {
            // until the end, or until the file became shorter
        }
        return window.flip();
    }

    private long inode() throws IOException {
        return ((Number) Files.getAttribute(log, "unix:ino")).longValue();
    }
}
