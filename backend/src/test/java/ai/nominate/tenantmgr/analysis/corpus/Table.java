package ai.nominate.tenantmgr.analysis.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of a Markdown document, and its numbers as people write them. */
final class Table {
    private final List<String> lines = new ArrayList<>();

    Table(String... columns) {
        row((Object[]) columns);
        lines.add("|" + "---|".repeat(columns.length));
    }

    Table row(Object... cells) {
        StringBuilder line = new StringBuilder("|");
        for (Object cell : cells) {
            line.append(' ').append(cell).append(" |");
        }
        lines.add(line.toString());
        return this;
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "nothing to count" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String number(double value) {
        return Double.isNaN(value) ? "no answer" : String.format(Locale.ROOT, "%.2f", value);
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
