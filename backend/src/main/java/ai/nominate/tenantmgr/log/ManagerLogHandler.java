package ai.nominate.tenantmgr.log;

import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Puts what the manager logs into the queue, from INFO on. Neither waits nor logs itself. What is logged about storing entries is
 * left to the console: it would be its own reason. Requests have entries of their own.
 */
final class ManagerLogHandler extends ExtHandler {
    private static final String OWN = ManagerLogHandler.class.getPackageName();
    private static final String REQUESTS = "access";

    private final EntryQueue queue;

    ManagerLogHandler(EntryQueue queue) {
        this.queue = queue;
        setLevel(Level.INFO);
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        String logger = String.valueOf(line.getLoggerName());
        return super.isLoggable(line) && !logger.startsWith(OWN) && !logger.equals(REQUESTS);
    }

    @Override
    protected void doPublish(ExtLogRecord line) {
        queue.offer(new NewEntry(
                line.getInstant(),
                LogLevel.of(line.getLevel()),
                LogSource.MANAGER,
                line.getLoggerName(),
                line.getMdc("tenantId"),
                id(line.getMdc("runId")),
                line.getMdc("requestId"),
                null,
                EntryText.of(String.valueOf(line.getFormattedMessage()), line.getThrown())));
    }

    private static UUID id(String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
