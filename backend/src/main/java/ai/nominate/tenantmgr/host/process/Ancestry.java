package ai.nominate.tenantmgr.host.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Who descends from whom, at the moment of one look. A process of a PID namespace descends from the namespace's first process
 * for as long as it lives, whatever it does to its environment, its session or its parent.
 */
final class Ancestry {
    private final Map<Long, Long> parents = new HashMap<>();

    Ancestry(Collection<ProcessUsage> usages) {
        usages.forEach(usage -> parents.put(usage.process().pid(), usage.parent()));
    }

    /** Whether one of these is an ancestor. */
    boolean descends(long pid, Set<Long> ancestors) {
        int left = parents.size();
        Long parent = parents.get(pid);
        while (parent != null && left-- > 0) {
            if (ancestors.contains(parent)) {
                return true;
            }
            parent = parents.get(parent);
        }
        return false;
    }

    /**
     * For each process the value of its topmost ancestor that has one, itself included.
     *
     * @param value null for none
     */
    Map<Long, String> topmost(Function<Long, String> value) {
        Map<Long, String> found = new HashMap<>();
        for (Long pid : parents.keySet()) {
            List<Long> line = new ArrayList<>();
            Long each = pid;
            while (each != null
                    && parents.containsKey(each)
                    && !found.containsKey(each)
                    && line.size() <= parents.size()) {
                line.add(each);
                each = parents.get(each);
            }
            String above = each == null ? null : found.get(each);
            for (Long member : line.reversed()) {
                above = above == null ? value.apply(member) : above;
                found.put(member, above);
            }
        }
        return found;
    }
}
