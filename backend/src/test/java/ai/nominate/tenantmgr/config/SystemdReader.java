package ai.nominate.tenantmgr.config;

import java.util.Map;
import java.util.TreeMap;

/**
 * Reads an environment file as systemd does: the states of its {@code parse_env_file_internal}, limited to lines that
 * start with a key, with all its leniency within double quotes. For machines without systemd.
 */
final class SystemdReader {
    private static final String NEEDS_ESCAPE = "\"\\`$";

    private enum State {
        PRE_KEY,
        KEY,
        PRE_VALUE,
        VALUE,
        QUOTED,
        ESCAPED
    }

    private final Map<String, String> variables = new TreeMap<>();
    private final StringBuilder key = new StringBuilder();
    private final StringBuilder value = new StringBuilder();
    private State state = State.PRE_KEY;

    private SystemdReader() {}

    static Map<String, String> read(String text) {
        SystemdReader reader = new SystemdReader();
        text.chars().forEach(c -> reader.state = reader.next((char) c));
        return reader.variables;
    }

    private State next(char c) {
        return switch (state) {
            case PRE_KEY -> Character.isWhitespace(c) ? State.PRE_KEY : append(key, c, State.KEY);
            case KEY -> c == '=' ? State.PRE_VALUE : append(key, c, State.KEY);
            case PRE_VALUE -> preValue(c);
            case VALUE -> c == '\n' ? push() : append(value, c, State.VALUE);
            case QUOTED -> c == '"' ? State.PRE_VALUE : c == '\\' ? State.ESCAPED : append(value, c, State.QUOTED);
            case ESCAPED -> escaped(c);
        };
    }

    private State preValue(char c) {
        if (c == '\n') {
            return push();
        }
        return c == '"' ? State.QUOTED : append(value, c, State.VALUE);
    }

    /** A backslash before an ordinary character is kept; a line break after it is removed. */
    private State escaped(char c) {
        if (NEEDS_ESCAPE.indexOf(c) >= 0) {
            return append(value, c, State.QUOTED);
        }
        return c == '\n' ? State.QUOTED : append(value.append('\\'), c, State.QUOTED);
    }

    private State push() {
        variables.put(key.toString(), value.toString());
        key.setLength(0);
        value.setLength(0);
        return State.PRE_KEY;
    }

    private static State append(StringBuilder text, char c, State next) {
        text.append(c);
        return next;
    }
}
