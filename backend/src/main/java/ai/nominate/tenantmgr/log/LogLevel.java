package ai.nominate.tenantmgr.log;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;

/** How grave an entry is, the least first. What the manager says for its developers is not stored. */
enum LogLevel {
    INFO,
    WARN,
    ERROR;

    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAILURE = 500;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of a log record. */
    static LogLevel of(Level level) {
        boolean isError = level.intValue() >= Level.SEVERE.intValue();
        return isError ? ERROR : level.intValue() >= Level.WARNING.intValue() ? WARN : INFO;
    }

    /** Of an answer with this status. */
    static LogLevel ofStatus(int status) {
        return status >= FIRST_FAILURE ? ERROR : status >= FIRST_REFUSAL ? WARN : INFO;
    }

    /** @throws InvalidValue unless the text is the name of one */
    static LogLevel of(String text) {
        return Arrays.stream(values())
                .filter(level -> level.id().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("must be info, warn or error"));
    }

    /** The names of this level and of those above it. */
    List<String> andAbove() {
        return Arrays.stream(values())
                .filter(level -> level.compareTo(this) >= 0)
                .map(LogLevel::id)
                .toList();
    }
}
