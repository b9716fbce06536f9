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
