package campaign;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML with placeholders: {@code {{name}}} is escaped, {@code {{{name}}}} is not. A placeholder without a value is a
 * bug and throws, instead of showing braces to a visitor.
 */
record Template(String html) {
    private static final Pattern GAP = Pattern.compile("\\{\\{\\{([\\w.-]+)}}}|\\{\\{([\\w.-]+)}}");

    String fill(Map<String, String> values) {
        return GAP.matcher(html)
                .replaceAll(gap -> Matcher.quoteReplacement(
                        gap.group(1) != null ? value(values, gap.group(1)) : escaped(value(values, gap.group(2)))));
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no value for placeholder " + name);
        }
        return value;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
