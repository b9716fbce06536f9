package ai.nominate.tenantmgr.traffic;

import java.time.Instant;
import java.util.function.Predicate;

/** What was read of the log at once, counted. Takes lines until one of a minute that has not passed. Not thread-safe. */
final class LogPart implements Predicate<String> {
    final Tallies minutes = new Tallies(60);
    final Tallies hours = new Tallies(3600);
    private final Instant after;
    private final Instant before;
    private Instant until;
    private boolean isCurrent;

    /**
     * @param until the latest request that is counted already
     * @param after requests until then are passed over: whether they are counted is not known
     * @param before the begin of the minute that has not passed
     */
    LogPart(Instant until, Instant after, Instant before) {
        this.until = until;
        this.after = after;
        this.before = before;
    }

    @Override
    public boolean test(String text) {
        TrafficLine line = TrafficLine.parse(text).orElse(null);
        if (line == null || !line.at().isAfter(after)) {
            return true;
        }
        if (!line.at().isBefore(before)) {
            isCurrent = true;
            return false;
        }
        minutes.add(line);
        hours.add(line);
        until = line.at().isAfter(until) ? line.at() : until;
        return true;
    }

    Instant until() {
        return until;
    }

    /** Whether a line of the minute that has not passed was met. */
    boolean isCurrent() {
        return isCurrent;
    }
}
