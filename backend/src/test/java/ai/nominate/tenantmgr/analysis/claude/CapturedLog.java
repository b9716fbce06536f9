package ai.nominate.tenantmgr.analysis.claude;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** All that the application logs meanwhile, debugging included. */
final class CapturedLog extends Handler implements AutoCloseable {
    private static final Logger OURS = Logger.getLogger("ai.nominate.tenantmgr.analysis");
    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Level before = OURS.getLevel();

    CapturedLog() {
        setLevel(Level.ALL);
        OURS.setLevel(Level.ALL);
        ROOT.addHandler(this);
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getMessage() + " " + Arrays.toString(line.getParameters()) + " " + line.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        OURS.setLevel(before);
    }
}
