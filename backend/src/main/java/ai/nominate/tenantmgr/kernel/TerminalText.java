package ai.nominate.tenantmgr.kernel;

import java.util.regex.Pattern;

/**
 * Removes from a program's output what would control the terminal of a reader: its title, its cursor, its screen, and
 * characters that reorder or break a line.
 */
public final class TerminalText {
    /** Colours: CSI … m, with digits, colons and semicolons only. */
    private static final String COLOUR = "\\u001B\\[[0-9;:]{0,40}m";
    /** CSI; OSC, DCS, SOS, PM and APC with their end; two-character sequences; ESC alone. */
    private static final String SEQUENCE = "(?:\\u001B\\[|\\u009B)[0-?]*[ -/]*[@-~]"
            + "|(?:\\u001B[\\]PX^_]|[\\u009D\\u0090\\u0098\\u009E\\u009F])[^\\u0007\\u001B\\u009C]*(?:\\u0007|\\u001B\\\\|\\u009C)"
            + "|\\u001B[ -/]+[0-~]|\\u001B[0-Z\\\\-~]|\\u001B";
    /** All control characters but the tab. */
    private static final String CONTROL = "[\\u0000-\\u0008\\u000A-\\u001F\\u007F-\\u009F]";

    private static final String REORDERING = "[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]";
    private static final Pattern ANY = Pattern.compile(SEQUENCE + "|" + CONTROL + "|" + REORDERING);
    private static final Pattern BREAK = Pattern.compile("[\\u2028\\u2029]");
    private static final Pattern BUT_COLOURS = Pattern.compile("(" + COLOUR + ")|" + SEQUENCE + "|" + CONTROL);

    private TerminalText() {}

    /** One line of text without any sequence, and without characters that reorder it or look like its end. */
    public static String plain(String line) {
        return BREAK.matcher(ANY.matcher(line).replaceAll("")).replaceAll(" ");
    }

    /** One line of text with its colours, and without other sequences and control characters. */
    public static String coloured(String line) {
        boolean isClean = line.chars().noneMatch(c -> c < ' ' && c != '\t' || c >= 0x7F && c <= 0x9F);
        return isClean ? line : BUT_COLOURS.matcher(line).replaceAll("$1");
    }
}
