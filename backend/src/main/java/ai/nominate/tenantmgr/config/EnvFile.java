package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.EnvValue;
import ai.nominate.tenantmgr.kernel.InvalidValue;


import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An environment file that systemd's {@code EnvironmentFile=} and a POSIX shell read identically. Values are always in
 * double quotes, where both support the same four escapes; text that either would change or drop is rejected.
 */
public final class EnvFile {
    private static final String ESCAPED = "\"\\$`";

    private EnvFile() {}

    /** @throws InvalidValue if a value is not a valid environment value */
    public static String render(SortedMap<EnvKey, String> variables) {
        StringBuilder text = new StringBuilder();
        variables.forEach((key, value) -> {
            text.append(key).append("=\"");
            for (char c : new EnvValue(value).value().toCharArray()) {
                if (ESCAPED.indexOf(c) >= 0) {
                    text.append('\\');
                }
                text.append(c);
            }
            text.append("\"\n");
        });
        return text.toString();
    }

    /** @throws InvalidValue if the text is not output of {@link #render}; names the line */
    public static SortedMap<EnvKey, String> parse(String text) {
        SortedMap<EnvKey, String> variables = new TreeMap<>();
        int at = 0;
        while (at < text.length()) {
            int start = text.indexOf("=\"", at);
            int end = start < 0 ? -1 : closingQuote(text, start + 2);
            if (end < 0 || !text.startsWith("\n", end + 1)) {
                throw broken(text, at);
            }
            String value = text.substring(start + 2, end).replaceAll("\\\\([\"\\\\$`])", "$1");
            try {
                EnvKey key = new EnvKey(text.substring(at, start));
                if (variables.put(key, new EnvValue(value).value()) != null) {
                    throw broken(text, at);
                }
            } catch (InvalidValue e) {
                throw broken(text, at);
            }
            at = end + 2;
        }
        return Collections.unmodifiableSortedMap(variables);
    }

    /** Index of the closing quote; -1 if it is missing or a character should have been escaped. */
    private static int closingQuote(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '"' -> {
                    return at;
                }
                case '\\' -> {
                    at++;
                    if (at == text.length() || ESCAPED.indexOf(text.charAt(at)) < 0) {
                        return -1;
                    }
                }
                case '$', '`' -> {
                    return -1;
                }
                default -> {}
            }
        }
        return -1;
    }

    private static InvalidValue broken(String text, int at) {
        long line = 1 + text.chars().limit(at).filter(c -> c == '\n').count();
        return new InvalidValue("line " + line + " is not KEY=\"value\", or repeats a key");
    }
}
