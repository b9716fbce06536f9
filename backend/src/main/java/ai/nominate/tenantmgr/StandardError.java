package ai.nominate.tenantmgr;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/**
 * Standard error as lines of the log: some libraries print a stack trace there, which a program that reads JSON cannot read.
 * Its frames are for whoever turns DEBUG on.
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
