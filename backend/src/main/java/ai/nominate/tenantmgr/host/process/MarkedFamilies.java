package ai.nominate.tenantmgr.host.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the families of many marked leaders in one look at {@code /proc}. Reading an environment costs more than all else, so
 * the mark of a process is read once and remembered for as long as the process lives. A process belongs to the family of its
 * topmost marked ancestor, which the manager started: what a program sets in the environment of its children moves none of them
 * to another family. May be called from several threads.
 */
public final class MarkedFamilies {
    /** A process gets its marks by the exec that follows its fork; until then it bears those of its parent. */
    private static final long SETTLED_NANOS = 2_000_000_000L;

    private static final String NONE = "";

    private final ProcessTable table = new ProcessTable();
    private final Map<Long, Seen> seen = new ConcurrentHashMap<>();
    private final String owner;
    private final String marker;

    /**
     * @param owner the home whose processes count
     * @param marker the variable that names the family, one of {@link ProcessMarkers}
     */
    public MarkedFamilies(String owner, String marker) {
        this.owner = owner;
        this.marker = marker;
    }

    /** What runs now. */
    public Families look() {
        List<ProcessUsage> all = table.usages();
        Map<Long, String> marks = new HashMap<>();
        all.forEach(each -> marks.put(each.process().pid(), mark(each.process())));
        Map<Long, String> families =
                new Ancestry(all).topmost(pid -> marks.get(pid).equals(NONE) ? null : marks.get(pid));
        seen.keySet().retainAll(marks.keySet());
        return new Families(table, all, families);
    }

    private String mark(LiveProcess process) {
        Seen before = seen.get(process.pid());
        if (before != null && before.holds(process)) {
            return before.mark();
        }
        boolean known = before != null && before.startTicks() == process.startTicks();
        long since = known ? before.sinceNanos() : System.nanoTime();
        String mark = process.variable(ProcessMarkers.OWNER).equals(owner) ? process.variable(marker) : NONE;
        seen.put(process.pid(), new Seen(process.startTicks(), mark, since));
        return mark;
    }

    private record Seen(long startTicks, String mark, long sinceNanos) {
        boolean holds(LiveProcess process) {
            return startTicks == process.startTicks()
                    && (!mark.equals(NONE) || System.nanoTime() - sinceNanos > SETTLED_NANOS);
        }
    }
}
