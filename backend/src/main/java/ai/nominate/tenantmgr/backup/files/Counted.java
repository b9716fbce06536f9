package ai.nominate.tenantmgr.backup.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts what is written. */
final class Counted {
    private static final int RECORD = 10_240;

    private long bytes;

    OutputStream over(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                out.write(buffer, offset, length);
                bytes += length;
            }
        };
    }

    /** Fills the last record, as tar counts in records. */
    void pad(OutputStream counting) throws IOException {
        counting.write(new byte[(int) ((RECORD - bytes % RECORD) % RECORD)]);
    }

    long bytes() {
        return bytes;
    }
}
