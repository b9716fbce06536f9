package ai.nominate.tenantmgr.web.export;

import java.util.regex.Pattern;

/**
 * A line of CSV as RFC 4180 has it, and safe to open in a spreadsheet: a cell that would be taken for a formula gets an apostrophe
 * before it.
 */
public final class CsvRow {
    private static final Pattern FORMULA = Pattern.compile("^[\\s\\p{Cntrl}]*[=+\\-@\\t\\r|%].*", Pattern.DOTALL);
    private static final Pattern SPECIAL = Pattern.compile("[\",\\r\\n]");

    private final StringBuilder line = new StringBuilder();
    private boolean isFirst = true;

    /** @param value null for an empty cell */
    public CsvRow add(Object value) {
        if (!isFirst) {
            line.append(',');
        }
        isFirst = false;
        line.append(cell(value == null ? "" : value.toString()));
        return this;
    }

    private static String cell(String text) {
        String safe = FORMULA.matcher(text).matches() ? "'" + text : text;
        return SPECIAL.matcher(safe).find() ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    @Override
    public String toString() {
        return line + "\r\n";
    }
}
