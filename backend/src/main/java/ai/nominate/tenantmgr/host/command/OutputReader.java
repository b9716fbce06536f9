package ai.nominate.tenantmgr.host.command;

import ai.nominate.tenantmgr.host.file.LineSplitter;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes what lies ready in a pipe and never waits for more: a read that waits is held for as long as any descendant keeps the
 * pipe open, and holds its carrier thread with it.
 */
final class OutputReader {
    private final InputStream pipe;
    private final LineSplitter cutter;
    private final byte[] buffer = new byte[64 * 1024];

    OutputReader(InputStream pipe, LineSplitter cutter) {
        this.pipe = pipe;
        this.cutter = cutter;
    }

    /** @return whether there was anything */
    boolean pump() {
        try {
            if (pipe.available() == 0) {
                return false;
            }
            int length = pipe.read(buffer);
            cutter.feed(buffer, Math.max(0, length));
            return length > 0;
        } catch (IOException closed) {
            return false;
        }
    }

    void finish() {
        while (pump()) {
            // until nothing is left
        }
        cutter.finish();
        try {
            pipe.close();
        } catch (IOException e) {
            // nobody reads it any more
        }
    }
}
