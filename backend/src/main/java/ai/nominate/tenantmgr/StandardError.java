package ai.nominate.tenantmgr;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/**
 * Writes standard error as log lines: some libraries print stack traces there, which would break a JSON log. Stack
 * frames are logged at DEBUG.
 */
final class StandardError extends OutputStream {
    private static final Logger LOG = Logger.getLogger("stderr");
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    static PrintStream asLog() {
        return new PrintStream(new StandardError(), false, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int oneByte) {
        if (oneByte == '\n') {
            say(line.toString(StandardCharsets.UTF_8));
            line.reset();
        } else {
            line.write(oneByte);
        }
    }

    private static void say(String text) {
        LOG.log(text.startsWith("\tat ") ? Logger.Level.DEBUG : Logger.Level.WARN, text.strip());
    }
}
