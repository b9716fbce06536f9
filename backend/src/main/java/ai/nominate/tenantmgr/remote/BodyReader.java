package ai.nominate.tenantmgr.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads the body of an answer within bounds of memory. */
enum BodyReader {
    /** The beginning, and no further. */
    HEAD {
        @Override
        Body read(InputStream stream) throws IOException {
            byte[] body = stream.readNBytes(MOST + 1);
            boolean isCut = body.length > MOST;
            return new Body(isCut ? java.util.Arrays.copyOf(body, MOST) : body, body.length, isCut);
        }
    },
    /** Everything, of which the last bytes are kept: a backup is as long as it is, and its last line says whether it is complete. */
    TAIL {
        @Override
        Body read(InputStream stream) throws IOException {
            byte[] chunk = new byte[TAIL_BYTES];
            byte[] tail = new byte[0];
            long bytes = 0;
            for (int count; (count = stream.read(chunk)) >= 0; bytes += count) {
                tail = last(tail, chunk, count);
            }
            return new Body(tail, bytes, false);
        }
    };

    /** Of an answer that is kept, in bytes. */
    static final int MOST = 64 * 1024;

    static final int TAIL_BYTES = 8 * 1024;

    record Body(byte[] kept, long bytes, boolean isCut) {}

    abstract Body read(InputStream stream) throws IOException;

    private static byte[] last(byte[] tail, byte[] chunk, int count) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        int old = Math.max(0, Math.min(tail.length, TAIL_BYTES - count));
        joined.write(tail, tail.length - old, old);
        joined.write(chunk, 0, count);
        return joined.toByteArray();
    }
}
