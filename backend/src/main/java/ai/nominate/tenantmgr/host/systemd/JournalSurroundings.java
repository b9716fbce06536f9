package ai.nominate.tenantmgr.host.systemd;

import ai.nominate.tenantmgr.host.file.LogPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of the journal and those beside it. The journal is first read backwards, to find where the lines before begin, and from
 * there forwards: only forwards do the pieces of a long line come in their order.
 *
 * @param matches which entries are those of the unit
 * @param since in microseconds since 1970; earlier lines belong to another service
 */
record JournalSurroundings(List<String> prefix, List<String> matches, long since) {
    /** @return no line if the one at the place is no longer kept */
    LogPage of(String place, int before, int after) {
        Optional<String> begin = begin(place, before + 1);
        return begin.isEmpty() ? LogPage.empty("") : page(begin.get(), place, after);
    }

    /** @return the entry so many entries before the place; empty if another one, or none, stands at the place */
    private Optional<String> begin(String place, int before) {
        try (JournalEntries entries = open(List.of("--cursor=" + place, "--reverse", "--lines=" + (before + 1)))) {
            Optional<JournalEntry> next = entries.next(Duration.ZERO);
            boolean isThere = next.isPresent()
                    && next.get().place().equals(place)
                    && next.get().micros() >= since;
            String begin = place;
            while (next.isPresent() && next.get().micros() >= since) {
                begin = next.get().cursor();
                next = entries.next(Duration.ZERO);
            }
            return isThere ? Optional.of(begin) : Optional.empty();
        }
    }

    private LogPage page(String begin, String place, int after) {
        List<String> lines = new ArrayList<>();
        List<String> places = new ArrayList<>();
        String cursor = "";
        int wanted = Integer.MAX_VALUE;
        try (JournalEntries entries = open(List.of("--cursor=" + begin))) {
            while (lines.size() < wanted) {
                Optional<JournalEntry> next = entries.next(Duration.ZERO);
                if (next.isEmpty()) {
                    break;
                }
                if (next.get().place().equals(place)) {
                    wanted = lines.size() + after;
                }
                lines.add(next.get().line());
                places.add(next.get().place());
                cursor = next.get().cursor();
            }
        }
        // The first entry may be a piece from the middle of a line.
        int first = begin.equals(place) ? 0 : 1;
        return wanted == Integer.MAX_VALUE
                ? LogPage.empty("")
                : new LogPage(lines.subList(first, lines.size()), places.subList(first, places.size()), cursor, false);
    }

    private JournalEntries open(List<String> options) {
        List<String> words = new ArrayList<>(options);
        words.addAll(matches);
        return JournalEntries.open(prefix, words);
    }
}
