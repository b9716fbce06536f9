package ai.nominate.tenantmgr.host.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kernel's unit of memory in bytes, from the auxiliary vector: 4 KiB here, 64 KiB on some ARM machines. */
final class PageSize {
    private static final long PAGE_SIZE = 6;

    private PageSize() {}

    static long bytes() {
        try {
            ByteBuffer vector = ByteBuffer.wrap(Files.readAllBytes(Path.of("/proc/self/auxv")))
                    .order(ByteOrder.nativeOrder());
            while (vector.remaining() >= 2 * Long.BYTES) {
                long key = vector.getLong();
                long value = vector.getLong();
                if (key == PAGE_SIZE) {
                    return value;
                }
            }
            throw new IllegalStateException("this machine does not tell its page size");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the page size of this machine", e);
        }
    }
}
