package ai.nominate.tenantmgr.host.process;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The processes of the machine at one moment, by family. A leader's session counts even where the marks were cleared. */
public final class Families {
    private final ProcessTable table;
    private final Map<Long, ProcessUsage> byPid;
    private final Map<Long, List<ProcessUsage>> bySession;
    private final Map<String, List<ProcessUsage>> byMark;
    private final Map<Long, String> families;

    /** @param families the mark of each process's family, by pid; null or absent for none */
    Families(ProcessTable table, List<ProcessUsage> all, Map<Long, String> families) {
        this.table = table;
        this.families = families;
        this.byPid =
                all.stream().collect(Collectors.toMap(each -> each.process().pid(), each -> each));
        this.bySession = all.stream()
                .collect(Collectors.groupingBy(each -> each.process().session()));
        this.byMark = all.stream()
                .filter(each -> families.get(each.process().pid()) != null)
                .collect(Collectors.groupingBy(
                        each -> families.get(each.process().pid())));
    }

    /** The first process of a family: it leads its session, and its parent belongs to no family. */
    public Optional<ProcessIdentity> leader(String mark) {
        return byMark.getOrDefault(mark, List.of()).stream()
                .filter(each -> each.process().leadsItsSession() && families.get(each.parent()) == null)
                .map(ProcessUsage::process)
                .min(Comparator.comparingLong(LiveProcess::startTicks).thenComparingLong(LiveProcess::pid))
                .map(table::identity);
    }

    /** @param leader whose session belongs to the family too; null for none */
    public List<ProcessUsage> of(String mark, ProcessIdentity leader) {
        List<ProcessUsage> marked = byMark.getOrDefault(mark, List.of());
        Set<Long> sessions = marked.stream()
                .map(ProcessUsage::process)
                .filter(LiveProcess::leadsItsSession)
                .map(LiveProcess::session)
                .collect(Collectors.toCollection(HashSet::new));
        if (leader != null && stillNames(leader)) {
            sessions.add(leader.pid());
        }
        Set<ProcessUsage> family = new HashSet<>(marked);
        sessions.forEach(session -> family.addAll(bySession.getOrDefault(session, List.of())));
        return List.copyOf(family);
    }

    /** Whether the process was there. */
    public boolean holds(ProcessIdentity leader) {
        ProcessUsage found = byPid.get(leader.pid());
        return found != null && table.identity(found.process()).equals(leader);
    }

    /** A session keeps its number while one of its processes lives, so it is ours until another process leads it. */
    private boolean stillNames(ProcessIdentity leader) {
        return byPid.containsKey(leader.pid()) ? holds(leader) : table.sameBoot(leader);
    }
}
