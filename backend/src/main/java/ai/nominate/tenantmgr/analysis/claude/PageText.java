package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.kernel.DisplayText;
import java.util.Collection;
import java.util.regex.Pattern;

/** Text of strangers, made harmless: of a page before the model reads it, and of the model before people do. */
final class PageText {
    private static final Pattern MARKS = Pattern.compile("[`<>\"{}\\\\|]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern COLOUR =
            Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\\([^)]{0,80}\\)?");

    private PageText() {}

    /** A short piece of a page on one line, without characters that could end a quotation. */
    static String quoted(String text, int longest) {
        return clipped(line(MARKS.matcher(text).replaceAll(" ")), longest);
    }

    /**
     * A sentence of the model for people.
     *
     * @param measured the colours that it may name, {@code #rrggbb}
     */
    static String sentence(String text, int longest, Collection<String> measured) {
        String named = COLOUR.matcher(line(text))
                .replaceAll(match -> measured.contains(match.group().toLowerCase(java.util.Locale.ROOT))
                        ? match.group()
                        : "[not measured]");
        return clipped(named, longest);
    }

    private static String line(String text) {
        String shown = DisplayText.shown(SPACES.matcher(text).replaceAll(" "));
        return shown.strip();
    }

    /** Does not cut a character of two units in half. */
    private static String clipped(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end).strip() + "…";
    }
}
