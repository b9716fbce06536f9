package ai.nominate.tenantmgr.backup.bundle;

import ai.nominate.tenantmgr.kernel.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts and hashes what passes through, and ends what is longer than it may be: a small file can unpack to a full disk. */
final class MeasuredInput extends FilterInputStream {
    private final Digests digests;
    private final long most;

    MeasuredInput(InputStream in, Digests digests, long most) {
        super(in);
        this.digests = digests;
        this.most = most;
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
            digests.add(buffer, offset, read);
            if (digests.bytes() > most) {
                throw new ProblemException(BundleProblem.TOO_LARGE, "A part is longer than its manifest says");
            }
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
