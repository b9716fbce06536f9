package ai.nominate.tenantmgr.fuzz;

import ai.nominate.tenantmgr.web.guard.ClientDisconnects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects errors with a stack trace that the application under test logs from now on. */
final class ErrorLog extends Handler implements AutoCloseable {
    /** As the product's own log: a client that disconnects from a stream is no error. */
    private final Filter filter = new ClientDisconnects();

    private final List<String> traces = Collections.synchronizedList(new ArrayList<>());

    ErrorLog() {
        Logger.getLogger("").addHandler(this);
    }

    List<String> traces() {
        return List.copyOf(traces);
    }

    @Override
    public void publish(LogRecord line) {
        if (filter.isLoggable(line)
                && line.getLevel().intValue() >= Level.SEVERE.intValue()
                && line.getThrown() != null) {
            traces.add(line.getLoggerName() + ": " + line.getMessage() + ": " + line.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
