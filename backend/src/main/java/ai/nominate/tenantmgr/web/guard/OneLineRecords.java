package ai.nominate.tenantmgr.web.guard;

import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Escapes control characters in the manager's log: an error message quotes what others wrote, and with a line break in it
 * could forge a line, or with a sequence control the terminal of a reader.
 */
final class OneLineRecords {
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F-\\x9F\\u2028\\u2029]");
    private static final int DEEPEST = 20;

    private OneLineRecords() {}

    static void escape(LogRecord line) {
        if (!(line instanceof ExtLogRecord record)) {
            return;
        }
        String message = record.getFormattedMessage();
        if (message != null && CONTROL.matcher(message).find()) {
            record.setMessage(escaped(message), ExtLogRecord.FormatStyle.NO_FORMAT);
        }
        if (isForging(record.getThrown(), 0)) {
            record.setThrown(new OneLine(record.getThrown(), 0));
        }
    }

    static String escaped(String text) {
        return CONTROL.matcher(text).replaceAll(found -> switch (found.group()) {
            case "\n" -> "\\\\n";
            case "\r" -> "\\\\r";
            default -> "\\\\u%04x".formatted((int) found.group().charAt(0));
        });
    }

    private static boolean isForging(Throwable thrown, int depth) {
        return thrown != null
                && depth < DEEPEST
                && (CONTROL.matcher(String.valueOf(thrown)).find() || isForging(thrown.getCause(), depth + 1));
    }

    /** An exception as it is printed, with its messages on one line each. */
    private static final class OneLine extends Throwable {
        private final String text;

        OneLine(Throwable thrown, int depth) {
            super(
                    null,
                    thrown.getCause() == null || depth == DEEPEST ? null : new OneLine(thrown.getCause(), depth + 1),
                    false,
                    true);
            text = escaped(String.valueOf(thrown));
            setStackTrace(thrown.getStackTrace());
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
