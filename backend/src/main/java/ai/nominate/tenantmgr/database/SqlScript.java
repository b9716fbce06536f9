package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The statements of an SQL file, as psql would send them. Reads pg_dump's plain output: the data after {@code COPY … FROM stdin},
 * and the commands of psql that pg_dump writes, which are left out. Every other command of psql is refused: many of them read
 * files or run programs of the machine.
 */
final class SqlScript {
    private static final Set<String> IGNORED = Set.of("restrict", "unrestrict", "encoding");
    private static final Pattern COPY = Pattern.compile("(?is)\\s*copy\\s.*\\sfrom\\s+stdin\\b.*");
    private static final Pattern ROUTINE =
            Pattern.compile("(?is)\\s*create\\s+(?:or\\s+replace\\s+)?(?:function|procedure)\\b.*");
    private static final String END_OF_DATA = "\\.";

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private int at;
    private int startLine = 1;
    private int line = 1;
    private int counted;
    private int blocks;

    private SqlScript(String text) {
        this.text = text;
    }

    /**
     * One statement.
     *
     * @param line of its start, from 1
     * @param data of a COPY, in PostgreSQL's text format; null for another statement
     */
    record Part(int line, String sql, String data) {}

    /** @throws InvalidValue naming the line of a command of psql that is not supported, or of a text without its end */
    static List<Part> parse(String text) {
        SqlScript script = new SqlScript(text.replace("\r\n", "\n"));
        script.read();
        return script.parts;
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isBlank() && c == '\\') {
                command();
            } else if (text.startsWith("--", at)) {
                at = endOfLine(at);
            } else if (text.startsWith("/*", at)) {
                skipComment();
            } else if (c == '\'' || c == '"') {
                quoted(c);
            } else if (c == '$') {
                dollar();
            } else if (c == ';' && blocks == 0) {
                at++;
                finish();
            } else if (Character.isLetter(c) || c == '_') {
                word();
            } else {
                add(1);
            }
        }
        if (!isBlank()) {
            finish();
        }
    }

    private boolean isBlank() {
        return statement.isEmpty();
    }

    /** Blanks before a statement are left out. */
    private void add(int length) {
        String piece = text.substring(at, at + length);
        if (isBlank() && piece.isBlank()) {
            at += length;
            return;
        }
        if (isBlank()) {
            startLine = line(at);
        }
        statement.append(piece);
        at += length;
    }

    private void finish() {
        if (isBlank()) {
            return;
        }
        String sql = statement.toString().strip();
        String data = COPY.matcher(sql).matches() ? data() : null;
        parts.add(new Part(startLine, sql, data));
        statement.setLength(0);
        blocks = 0;
    }

    /** The lines up to the end mark, which begin on the line after the statement. */
    private String data() {
        int start = Math.min(text.length(), endOfLine(at) + 1);
        int end = start;
        while (end < text.length()) {
            int lineEnd = endOfLine(end);
            if (text.substring(end, lineEnd).equals(END_OF_DATA)) {
                at = lineEnd;
                return text.substring(start, end);
            }
            end = Math.min(text.length(), lineEnd + 1);
        }
        throw new InvalidValue("line " + startLine + ": the data of this COPY has no end: a line with \\.");
    }

    private void command() {
        int end = endOfLine(at);
        String line = text.substring(at + 1, end);
        String name = line.split("\\s", 2)[0];
        if (!IGNORED.contains(name)) {
            throw new InvalidValue("line " + line(at) + ": \\" + name
                    + " is a command of psql, and only SQL is run: dump a single database in plain format");
        }
        at = end;
    }

    private void skipComment() {
        int depth = 0;
        do {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else if (at >= text.length()) {
                throw unfinished("comment");
            } else {
                at++;
            }
        } while (depth > 0);
        if (!isBlank()) {
            statement.append(' ');
        }
    }

    /** A doubled quote is two texts side by side, which changes nothing here. */
    private void quoted(char quote) {
        boolean escapes = quote == '\'' && at > 0 && "eE".indexOf(text.charAt(at - 1)) >= 0 && !isInWord(at - 2);
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += escapes && text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            throw unfinished("text");
        }
        add(end + 1 - at);
    }

    private void dollar() {
        int end = at + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        boolean isTag = end < text.length()
                && text.charAt(end) == '$'
                && !isInWord(at - 1)
                && (end == at + 1 || !Character.isDigit(text.charAt(at + 1)));
        if (!isTag) {
            add(1);
            return;
        }
        String tag = text.substring(at, end + 1);
        int close = text.indexOf(tag, end + 1);
        if (close < 0) {
            throw unfinished("text");
        }
        add(close + tag.length() - at);
    }

    /** The body of a function in SQL has statements between BEGIN and END; CASE has an END too. */
    private void word() {
        int end = at;
        while (end < text.length() && isInWord(end)) {
            end++;
        }
        String word = text.substring(at, end).toLowerCase(Locale.ROOT);
        if (blocks > 0 || word.equals("begin") && ROUTINE.matcher(statement).matches()) {
            blocks += word.equals("begin") || word.equals("case") ? 1 : word.equals("end") ? -1 : 0;
        }
        add(end - at);
    }

    private boolean isInWord(int index) {
        return index >= 0 && (Character.isLetterOrDigit(text.charAt(index)) || "_$".indexOf(text.charAt(index)) >= 0);
    }

    private InvalidValue unfinished(String what) {
        return new InvalidValue(
                "line " + (isBlank() ? line(Math.min(at, text.length())) : startLine) + ": a " + what + " has no end");
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** Counted on from the last index, which never lies behind this one. */
    private int line(int index) {
        for (; counted < index; counted++) {
            line += text.charAt(counted) == '\n' ? 1 : 0;
        }
        return line;
    }
}
