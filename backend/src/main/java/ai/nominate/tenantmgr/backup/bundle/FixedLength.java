package ai.nominate.tenantmgr.backup.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies exactly as many bytes as were announced. */
final class FixedLength {
    private static final byte[] ZEROS = new byte[8192];

    private FixedLength() {}

    /** @return how many bytes the input had; zeros follow them up to the length */
    static long copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        while (copied < length) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, length - copied));
            if (read < 0) {
                break;
            }
            out.write(buffer, 0, read);
            copied += read;
        }
        for (long left = length - copied; left > 0; left -= ZEROS.length) {
            out.write(ZEROS, 0, (int) Math.min(left, ZEROS.length));
        }
        return copied;
    }
}
