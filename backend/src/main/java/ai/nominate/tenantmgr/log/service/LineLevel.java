package ai.nominate.tenantmgr.log.service;

import ai.nominate.tenantmgr.kernel.TerminalText;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The level of a line that a program printed, from its words: a service writes both of its outputs to one log. */
final class LineLevel {
    /** How far into a line a program writes its level, behind a time and a thread. Characters. */
    private static final int REACH = 100;

    private static final Pattern WORD =
            Pattern.compile("\\b(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|SEVERE|CRITICAL)\\b");
    private static final Pattern FIELD =
            Pattern.compile("\"(?:level|severity|lvl)\"\\s*:\\s*\"(\\w{3,10})\"|\\blevel=(\\w{3,10})");
    private static final Pattern TRACE = Pattern.compile(
            "\\s+at \\S+\\(.*|\\s*\\.\\.\\. \\d+ more|(?:Caused by: |Exception in thread |Traceback \\(|panic: |Uncaught ).*"
                    + "|[\\w.$]+(?:Exception|Error)(?::.*)?");

    private LineLevel() {}

    /** info, warn or error. */
    static String of(String line) {
        String text = TerminalText.plain(line.length() > 500 ? line.substring(0, 500) : line);
        if (TRACE.matcher(text).matches()) {
            return "error";
        }
        Matcher field = FIELD.matcher(text);
        if (field.find()) {
            return named(field.group(1) == null ? field.group(2) : field.group(1));
        }
        Matcher word = WORD.matcher(text.length() > REACH ? text.substring(0, REACH) : text);
        return word.find() ? named(word.group(1)) : "info";
    }

    private static String named(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "ERROR", "FATAL", "SEVERE", "CRITICAL", "PANIC" -> "error";
            case "WARN", "WARNING" -> "warn";
            default -> "info";
        };
    }
}
