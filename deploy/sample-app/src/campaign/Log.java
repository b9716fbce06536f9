package campaign;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One line per event on standard output: time, level, message, then key=value pairs. Never contains personal data or
 * secrets.
 */
final class Log {
    private Log() {}

    static void info(String message, Object... pairs) {
        write("INFO", message, pairs);
    }

    static void warn(String message, Object... pairs) {
        write("WARN", message, pairs);
    }

    static void error(String message, Object... pairs) {
        write("ERROR", message, pairs);
    }

    private static void write(String level, String message, Object... pairs) {
        StringBuilder line = new StringBuilder(120)
                .append(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .append(' ')
                .append(level)
                .append(' ')
                .append(message);
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            line.append(' ').append(pairs[i]).append('=').append(quoted(String.valueOf(pairs[i + 1])));
        }
        System.out.println(line);
    }

    /** A line break in a value could forge a second event. */
    private static String quoted(String value) {
        boolean plain = value.chars().allMatch(c -> c > ' ' && c != '"' && c != 127);
        return plain && !value.isEmpty() ? value : Json.write(value);
    }
}
