package ai.nominate.tenantmgr.host.systemd;

import ai.nominate.tenantmgr.host.file.LogPage;
import ai.nominate.tenantmgr.host.unit.Unit;
import ai.nominate.tenantmgr.host.unit.UnitLogs;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The output of units in the journal of systemd. A cursor is the journal's own, which knows the entry and not its place. */
final class JournalLogs implements UnitLogs {
    private static final Pattern CURSOR = Pattern.compile("(?:[a-z]=[0-9a-f]{1,32};?){4,8}");
    private static final int MOST_BYTES = 256 * 1024;

    private final UnitPlaces places;
    private final Systemctl systemctl;
    private final List<String> prefix;
    private final String manager;

    /** @param user number of the manager's user, whose own lines count */
    JournalLogs(UnitPlaces places, Systemctl systemctl, List<String> prefix, long user) {
        this.places = places;
        this.systemctl = systemctl;
        this.prefix = prefix;
        this.manager = "_UID=" + user;
    }

    /** In microseconds, as the journal counts. */
    @Override
    public long place(Unit unit) {
        return System.currentTimeMillis() * 1000;
    }

    @Override
    public LogPage page(Unit unit, String cursor, int limit, boolean grows) {
        return read(unit, cursor, limit, Duration.ZERO);
    }

    @Override
    public LogPage follow(Unit unit, String cursor, int limit, Duration patience, boolean grows) {
        return read(unit, cursor, limit, patience);
    }

    @Override
    public LogPage around(Unit unit, String place, int before, int after, boolean grows) {
        if (!CURSOR.matcher(place).matches()) {
            throw new InvalidValue("must be the place of a line");
        }
        return matches(unit)
                .map(of -> new JournalSurroundings(prefix, of, since(unit)).of(place, before, after))
                .orElse(LogPage.empty(""));
    }

    @Override
    public LogPage end(Unit unit, long from, int count, boolean grows) {
        Optional<List<String>> matches = matches(unit);
        if (matches.isEmpty()) {
            return LogPage.empty("");
        }
        List<String> words = new ArrayList<>(List.of("--lines=" + count));
        words.addAll(matches.get());
        List<String> lines = new ArrayList<>();
        List<String> at = new ArrayList<>();
        String cursor = "";
        try (JournalEntries entries = JournalEntries.open(prefix, words)) {
            for (Optional<JournalEntry> next = entries.next(Duration.ZERO);
                    next.isPresent();
                    next = entries.next(Duration.ZERO)) {
                cursor = next.get().cursor();
                if (next.get().micros() >= from) {
                    lines.add(next.get().line());
                    at.add(next.get().place());
                }
            }
        }
        return new LogPage(lines, at, cursor, false);
    }

    /** By the logger program: the journal itself writes down whose line it is, so that nobody else adds one to this log. */
    @Override
    public void add(Unit unit, String line) throws IOException {
        Optional<String> name = places.unit(unit.id());
        if (name.isEmpty()) {
            return;
        }
        Path file = Files.createTempFile("tenantmgr-line", "");
        try {
            Files.writeString(
                    file,
                    "MESSAGE=" + line.replace('\n', ' ') + "\nPRIORITY=4\nSYSLOG_IDENTIFIER=tenantmgr\nTENANTMGR_UNIT="
                            + name.get() + "\n");
            file.toFile().setReadable(true, false);
            if (!systemctl.program("/usr/bin/logger", "--journald=" + file).succeeded()) {
                throw new IOException("logger failed");
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private LogPage read(Unit unit, String cursor, int limit, Duration patience) {
        if (!cursor.isEmpty() && !CURSOR.matcher(cursor).matches()) {
            throw new InvalidValue("must be the cursor of an earlier page");
        }
        Optional<List<String>> matches = matches(unit);
        if (matches.isEmpty()) {
            return LogPage.empty(cursor);
        }
        List<String> words = new ArrayList<>();
        if (!patience.isZero()) {
            words.addAll(List.of("--follow", "--no-tail"));
        }
        words.add(cursor.isEmpty() ? "--since=@" + seconds(since(unit)) : "--cursor=" + cursor);
        words.addAll(matches.get());
        try (JournalEntries entries = JournalEntries.open(prefix, words)) {
            return page(entries, cursor, limit, patience);
        }
    }

    /** The entry at the cursor is read again: if another one stands there, or none, the journal has thrown some away. */
    private static LogPage page(JournalEntries entries, String cursor, int limit, Duration patience) {
        List<String> lines = new ArrayList<>();
        List<String> places = new ArrayList<>();
        String at = cursor;
        boolean cut = false;
        int bytes = 0;
        long until = System.nanoTime() + patience.toNanos();
        boolean first = !cursor.isEmpty();
        while (lines.size() < limit && bytes < MOST_BYTES) {
            Duration wait = patience.isZero() || !lines.isEmpty()
                    ? Duration.ZERO
                    : Duration.ofNanos(Math.max(0, until - System.nanoTime()));
            Optional<JournalEntry> next = entries.next(wait);
            if (next.isEmpty()) {
                break;
            }
            boolean known = first && next.get().cursor().equals(cursor);
            cut |= first && !known;
            first = false;
            if (!known) {
                lines.add(next.get().line());
                places.add(next.get().place());
                at = next.get().cursor();
                bytes += next.get().line().length();
            }
        }
        return new LogPage(lines, places, at, cut || first && patience.isZero());
    }

    /** In microseconds since 1970. */
    private long since(Unit unit) {
        return places.unit(unit.id()).map(places::since).orElseThrow();
    }

    /** In seconds, with their fraction. */
    private static String seconds(long micros) {
        return micros / 1_000_000 + "." + "%06d".formatted(micros % 1_000_000);
    }

    private Optional<List<String>> matches(Unit unit) {
        return places.unit(unit.id())
                .map(name -> List.of("_SYSTEMD_UNIT=" + name, "+", "TENANTMGR_UNIT=" + name, manager));
    }
}
