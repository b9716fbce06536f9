package ai.nominate.tenantmgr.traffic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;

/** Reads the lines of a file that others append to, a block at a time. The last one waits until it is whole. */
final class WholeLines {
    private static final int BLOCK = 1 << 20;

    private WholeLines() {}

    /**
     * @param offset where a line begins
     * @param most about so many bytes
     * @param accept false ends the reading before the line
     * @return behind the last line that was accepted
     */
    static long read(Path file, long offset, long most, Predicate<String> accept) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            long at = offset;
            while (at < offset + most) {
                int count = channel.read(block.clear(), at);
                int whole = wholeLines(block.array(), count);
                if (whole == 0) {
                    return at;
                }
                int taken = take(block.array(), whole, accept);
                at += taken;
                if (taken < whole) {
                    return at;
                }
            }
            return at;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    /** The length of the whole lines; a block without any is none of ours, and passed over. */
    private static int wholeLines(byte[] block, int count) {
        int end = Math.max(0, count);
        while (end > 0 && block[end - 1] != '\n') {
            end--;
        }
        return end == 0 && count == BLOCK ? BLOCK : end;
    }

    private static int take(byte[] block, int length, Predicate<String> accept) {
        int begin = 0;
        while (begin < length) {
            int end = begin;
            while (end < length && block[end] != '\n') {
                end++;
            }
            if (!accept.test(new String(block, begin, end - begin, StandardCharsets.ISO_8859_1))) {
                return begin;
            }
            begin = Math.min(length, end + 1);
        }
        return begin;
    }
}
