package ai.nominate.tenantmgr.manifest;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a misspelt one was probably meant to be. */
final class Spelling {
    private static final int MOST_EDITS = 2;

    private Spelling() {}

    /** The known name with the fewest edits, at most two; empty if there is none. */
    static Optional<String> closest(String name, Collection<String> known) {
        return name.length() > 40
                ? Optional.empty()
                : known.stream()
                        .filter(each -> edits(name, each) <= Math.min(MOST_EDITS, each.length() / 2))
                        .min(Comparator.comparingInt(each -> edits(name, each)));
    }

    /** The number of letters to insert, remove or replace; case is ignored. */
    private static int edits(String from, String to) {
        String one = from.toLowerCase(Locale.ROOT);
        String other = to.toLowerCase(Locale.ROOT);
        int[] before = new int[other.length() + 1];
        for (int column = 0; column < before.length; column++) {
            before[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] now = new int[before.length];
            now[0] = row;
            for (int column = 1; column < now.length; column++) {
                int replaced = before[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                now[column] = Math.min(replaced, 1 + Math.min(before[column], now[column - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }
}
