package ai.nominate.tenantmgr.host.file;

import java.util.List;

/**
 * Some lines of a log, oldest first.
 *
 * @param cursor where the next page begins; to be handed back as it is
 * @param cut whether lines between the last cursor and these were removed, because the log had grown too big or began anew
 */
public record LogPage(List<String> lines, String cursor, boolean cut) {
    public LogPage {
        lines = List.copyOf(lines);
    }
}
