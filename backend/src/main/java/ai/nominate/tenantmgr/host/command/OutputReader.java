package ai.nominate.tenantmgr.host.command;

import ai.nominate.tenantmgr.host.file.LineSplitter;
import ai.nominate.tenantmgr.kernel.mask.MaskedStream;
import ai.nominate.tenantmgr.kernel.mask.SecretMatcher;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the available bytes of a pipe without blocking: a blocking read would last as long as any descendant keeps the
 * pipe open, and would pin its carrier thread. The one place where secrets in a command's output are masked, so before a
 * line is cut, stored or shown.
 */
public final class OutputReader {
    private final InputStream pipe;
    private final LineSplitter splitter;
    private final MaskedStream masked;
    private final byte[] buffer = new byte[64 * 1024];

    /** @param pipe whose {@link InputStream#available} tells what can be read */
    public OutputReader(InputStream pipe, SecretMatcher secrets, LineSplitter splitter) {
        this.pipe = pipe;
        this.splitter = splitter;
        this.masked = new MaskedStream(secrets, splitter::feed);
    }

    /** @return whether there was anything to read */
    public boolean pump() {
        try {
            if (pipe.available() == 0) {
                return false;
            }
            int length = pipe.read(buffer);
            masked.feed(buffer, Math.max(0, length));
            return length > 0;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Reads what is left, ends the last line and closes the pipe. */
    public void finish() {
        while (pump()) {
            // until nothing is left
        }
        masked.finish();
        splitter.finish();
        try {
            pipe.close();
        } catch (IOException e) {
            // the reader has closed
        }
    }
}
