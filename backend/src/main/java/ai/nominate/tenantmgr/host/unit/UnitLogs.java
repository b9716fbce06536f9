package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.file.LogPage;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Where the output of units is kept. */
public interface UnitLogs {
    /** The place of the next line; only {@link #end} knows what it means. */
    long place(Unit unit);

    /**
     * @param grows whether the last line without an end may still get more
     * @throws InvalidValue when the cursor is not one of an earlier page
     */
    LogPage page(Unit unit, String cursor, int limit, boolean grows);

    /** The same, but waits for a line. */
    LogPage follow(Unit unit, String cursor, int limit, Duration patience, boolean grows);

    /**
     * A line with those beside it: the page's cursor goes on after them.
     *
     * @param place that of the line in an earlier page
     * @param before how many lines before it at most
     * @param after how many lines from it on at most, at least 1
     * @return no line if this one is no longer kept
     * @throws InvalidValue when the place is not one of an earlier page
     */
    LogPage around(Unit unit, String place, int before, int after, boolean grows);

    /**
     * The last lines, and a cursor that goes on after them.
     *
     * @param from a {@link #place}: where to begin at the earliest
     */
    LogPage end(Unit unit, long from, int count, boolean grows);

    /** Adds a line of the manager's own. */
    void add(Unit unit, String line) throws IOException;

    /** Cuts what has grown too big; called every minute. */
    default void rotate(Collection<Unit> units) {}

    /** Cuts what grows too fast to wait for {@link #rotate}; called whenever units are looked at. */
    default void look(List<Unit> units) {}
}
