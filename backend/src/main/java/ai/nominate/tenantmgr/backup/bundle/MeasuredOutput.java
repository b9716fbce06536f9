package ai.nominate.tenantmgr.backup.bundle;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts and hashes what passes through. */
final class MeasuredOutput extends FilterOutputStream {
    private final Digests digests;

    MeasuredOutput(OutputStream out, Digests digests) {
        super(out);
        this.digests = digests;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        digests.add(buffer, offset, length);
    }
}
