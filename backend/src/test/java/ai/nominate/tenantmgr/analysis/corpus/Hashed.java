package ai.nominate.tenantmgr.analysis.corpus;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages and style sheets whose names of classes and ids say nothing. Pages whose scripts look for a name are not painted as their authors mean. */
final class Hashed {
    private static final Pattern ATTRIBUTE = Pattern.compile("(?<=\\s)(class|id)=(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern STYLE = Pattern.compile("(?s)(<style[^>]*>)(.*?)(</style>)");
    /** Begins at the end of what is before it only: a font in a style sheet is a text of a million characters without a brace. */
    private static final Pattern RULE = Pattern.compile("(?<![^{};])([^{};]++)\\{");

    private static final Pattern NAME = Pattern.compile("([.#])(-?[A-Za-z_](?:[\\w-]|\\\\.)*)");

    private Hashed() {}

    static String html(String page) {
        String styled = replaced(STYLE, page, style -> style.group(1) + css(style.group(2)) + style.group(3));
        return replaced(
                ATTRIBUTE,
                styled,
                found -> found.group(1) + "=\"" + names(found.group(2) == null ? found.group(3) : found.group(2))
                        + "\"");
    }

    static String css(String sheet) {
        return replaced(RULE, sheet, rule -> replaced(NAME, rule.group(1), HASH) + "{");
    }

    static String name(String name) {
        return "x" + Integer.toString((name.hashCode() & 0x7fffffff) % 1_679_616, 36);
    }

    static String names(String names) {
        StringBuilder hashed = new StringBuilder();
        for (String each : names.strip().split("\\s+")) {
            hashed.append(name(each)).append(' ');
        }
        return hashed.toString().strip();
    }

    private static final Function<Matcher, String> HASH =
            found -> found.group(1) + name(found.group(2).replace("\\", ""));

    static String replaced(Pattern pattern, String text, Function<Matcher, String> change) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(result, Matcher.quoteReplacement(change.apply(matcher)));
        }
        return matcher.appendTail(result).toString();
    }
}
