package ai.nominate.tenantmgr.log;

import ai.nominate.tenantmgr.kernel.DisplayText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of an entry: at most 8,000 characters, in lines of visible characters. The manager logs no secret on purpose; what
 * looks like one in a message of somebody else's library is masked.
 */
final class EntryText {
    private static final int LONGEST = 8000;
    private static final String MASK = "•••";
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^/\\s:@]{0,200}:[^/\\s@]{1,500}(?=@)");
    private static final Pattern TOKEN = Pattern.compile(
            "(?i)\\b(?:(?<=bearer )[A-Za-z0-9._~+/=-]{8,}|tm_[A-Za-z0-9_-]{8,}|eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9._-]+)");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b(password|passwd|secret|api[_-]?key|access[_-]?token)(\"?\\s*[=:]\\s*\"?)[^\\s\"&,;]+");

    private EntryText() {}

    /** @param thrown null if there is none; its trace follows the message */
    static String of(String message, Throwable thrown) {
        if (thrown == null) {
            return of(message);
        }
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return of(message + "\n" + trace);
    }

    static String of(String message) {
        String cut = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
        return masked(cut.strip().replace("\t", "    "))
                .lines()
                .map(DisplayText::shown)
                .collect(Collectors.joining("\n"));
    }

    private static String masked(String text) {
        String hidden = CREDENTIALS.matcher(text).replaceAll(MASK);
        hidden = TOKEN.matcher(hidden).replaceAll(MASK);
        return NAMED.matcher(hidden).replaceAll("$1$2" + MASK);
    }
}
