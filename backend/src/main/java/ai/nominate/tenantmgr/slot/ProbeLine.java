package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.kernel.TerminalText;
import java.util.regex.Pattern;

/** Recognises the line with which a service notes a health check of the manager: it tells nothing about a failure. */
final class ProbeLine {
    /** The manager's own requests, for access logs. */
    static final String USER_AGENT = "tenantmgr-probe";

    private ProbeLine() {}

    /** @param path of the health check, which nobody else asks for while the slot is not live; empty if there is none */
    static boolean is(String line, String path) {
        if (line.contains(USER_AGENT)) {
            return true;
        }
        if (path.isEmpty()) {
            return false;
        }
        String request = "(?:GET|HEAD) " + Pattern.quote(path);
        return Pattern.compile(request + " HTTP/[0-9.]+\"?|" + request + " [1-5][0-9]{2} [0-9.]+ ?ms.*")
                .matcher(TerminalText.plain(line))
                .find();
    }
}
