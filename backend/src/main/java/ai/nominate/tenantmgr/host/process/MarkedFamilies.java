package ai.nominate.tenantmgr.host.process;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Finds the families of many marked leaders in one look at {@code /proc}. Reading an environment costs more than all else, so
 * the mark of a process is read once and remembered for as long as the process lives. May be called from several threads.
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
        Map<String, List<ProcessUsage>> byMark = all.stream()
                .filter(each -> !mark(each.process()).equals(NONE))
                .collect(Collectors.groupingBy(each -> mark(each.process())));
        seen.keySet()
                .retainAll(
                        all.stream().map(each -> each.process().pid()).collect(Collectors.toCollection(HashSet::new)));
        return new Families(table, all, new HashMap<>(byMark));
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
