package ai.nominate.tenantmgr.host.file;

import java.util.List;
import java.util.stream.Stream;

/**
 * Some lines of a log, oldest first.
 *
 * @param places where each of the lines begins: text that finds the line again for as long as it is kept
 * @param cursor where the next page begins; to be handed back as it is
 * @param cut whether lines between the last cursor and these were removed, because the log had grown too big or began anew
 */
public record LogPage(List<String> lines, List<String> places, String cursor, boolean cut) {
    public LogPage {
        lines = List.copyOf(lines);
        places = List.copyOf(places);
        if (lines.size() != places.size()) {
            throw new IllegalArgumentException(lines.size() + " lines at " + places.size() + " places");
        }
    }

    /** These lines and those of the next page. */
    public LogPage with(LogPage next) {
        return new LogPage(joined(lines, next.lines), joined(places, next.places), next.cursor, cut);
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Without a line. */
    public static LogPage empty(String cursor) {
        return new LogPage(List.of(), List.of(), cursor, false);
    }
}
