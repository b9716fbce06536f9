package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.file.LogPage;
import ai.nominate.tenantmgr.kernel.mask.MaskedLines;
import ai.nominate.tenantmgr.kernel.mask.SecretMatcher;
import java.util.ArrayList;
import java.util.List;

/** Pages of a log that follow each other, masked, with the places of the lines that are left. Used by one thread. */
final class MaskedPages {
    private final MaskedLines lines;
    private final List<String> places = new ArrayList<>();
    private String cursor = "";

    MaskedPages(SecretMatcher secrets) {
        lines = new MaskedLines(secrets);
    }

    void add(LogPage page) {
        page.lines().forEach(lines::add);
        places.addAll(page.places());
        cursor = page.cursor();
    }

    int count() {
        return lines.count();
    }

    /** How many lines can be shown by now: after them no secret is under way. */
    int whole() {
        return lines.whole();
    }

    boolean isWhole() {
        return lines.isWhole();
    }

    String cursor() {
        return cursor;
    }

    /** What can be shown by now. */
    LogPage shown(String next, boolean cut) {
        return new LogPage(
                lines.shown(), lines.firsts().stream().map(places::get).toList(), next, cut);
    }

    /** All lines, of which the beginning of a secret that was not printed to its end is masked. */
    LogPage all() {
        List<String> at = new ArrayList<>(shown(cursor, false).places());
        if (!isWhole()) {
            at.add(places.get(whole()));
        }
        return new LogPage(lines.all(), at, cursor, false);
    }

    /** The line of {@link #all()} that the one at a place is shown in, from 0. It must have been added. */
    int shownAt(String place) {
        int added = places.indexOf(place);
        if (added >= whole()) {
            return lines.firsts().size();
        }
        return (int) lines.firsts().stream().filter(first -> first <= added).count() - 1;
    }
}
