package ai.nominate.tenantmgr.host.command;

import ai.nominate.tenantmgr.host.file.LineSplitter;


import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the available bytes of a pipe without blocking: a blocking read would last as long as any descendant keeps the
 * pipe open, and would pin its carrier thread.
 */
final class OutputReader {
    private final InputStream pipe;
    private final LineSplitter cutter;
    private final byte[] buffer = new byte[64 * 1024];

    OutputReader(InputStream pipe, LineSplitter cutter) {
        this.pipe = pipe;
        this.cutter = cutter;
    }

    /** @return whether there was anything to read */
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
            // the reader has closed
        }
    }
}
