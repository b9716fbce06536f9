package ai.nominate.tenantmgr.kernel.mask;

import ai.nominate.tenantmgr.kernel.TerminalText;
import java.util.List;

/**
 * The last lines of a program's output as part of an answer or a row: secrets masked, colours only, at most 40 lines of at most
 * 1,000 characters, and 16,000 characters in all.
 */
public final class OutputExcerpt {
    private static final int MOST_LINES = 40;
    private static final int LONGEST = 1000;
    private static final int MOST = 16_000;
    private static final String CUT = " … (cut)";

    private OutputExcerpt() {}

    public static List<String> of(List<String> lines, SecretMatcher secrets) {
        List<String> last = lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
        List<String> shown = secrets.mask(last).stream()
                .map(TerminalText::coloured)
                .map(OutputExcerpt::cut)
                .toList();
        int first = shown.size();
        int sum = 0;
        while (first > 0 && sum + shown.get(first - 1).length() <= MOST) {
            sum += shown.get(--first).length();
        }
        return shown.subList(first, shown.size());
    }

    private static String cut(String line) {
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end) + CUT;
    }
}
