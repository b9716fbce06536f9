package ai.nominate.tenantmgr.host.process;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The processes of the machine at one moment, by family. A leader's session counts even where the marks were cleared. */
public final class Families {
    private final ProcessTable table;
    private final Map<Long, ProcessUsage> byPid;
    private final Map<Long, List<ProcessUsage>> bySession;
    private final Map<String, List<ProcessUsage>> byMark;

    Families(ProcessTable table, List<ProcessUsage> all, Map<String, List<ProcessUsage>> byMark) {
        this.table = table;
        this.byPid =
                all.stream().collect(Collectors.toMap(each -> each.process().pid(), each -> each));
        this.bySession = all.stream()
                .collect(Collectors.groupingBy(each -> each.process().session()));
        this.byMark = byMark;
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
