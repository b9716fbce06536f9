package ai.nominate.tenantmgr.backup.bundle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An archive by somebody who is not trusted. What is read of an entry before its content is kept in memory, so there may be only so
 * much of it. Counts all that is read.
 */
final class BoundedHeads extends FilterInputStream {
    private static final long MOST = 4L << 20;

    private long bytes;
    private long left = Long.MAX_VALUE;

    BoundedHeads(InputStream in) {
        super(in);
    }

    /** From here to {@link #content} there may be no more than a head has. */
    void head() {
        left = MOST;
    }

    void content() {
        left = Long.MAX_VALUE;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            bytes += read;
            left -= read;
            if (left < 0) {
                throw new IOException("The head of an entry of the archive is too long");
            }
        }
        return read;
    }

    /** By reading, so that all is counted. */
    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.min(1 << 16, Math.max(0, count))];
        return skipped.length == 0 ? 0 : Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
