package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.Slot;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The ports of a tenant: a block of four for the first two services, and a pair for each further one.
 *
 * @param pairs by position, from 2
 */
public record TenantPorts(PortBlock block, SortedMap<Integer, PortPair> pairs) {
    static final int IN_BLOCK = 2;

    public TenantPorts {
        pairs = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(pairs));
    }

    /** The first port of the block; identifies it. */
    public int first() {
        return block.first();
    }

    /** @throws IllegalStateException if no pair was leased for the position */
    public PortNumber port(Slot slot, int position) {
        if (position < IN_BLOCK) {
            return block.port(slot, position);
        }
        PortPair pair = pairs.get(position);
        if (pair == null) {
            throw new IllegalStateException("the tenant has no ports for its service number " + (position + 1));
        }
        return pair.port(slot);
    }

    /** All ports of a slot. */
    public List<PortNumber> of(Slot slot) {
        return Stream.concat(
                        IntStream.range(0, IN_BLOCK).mapToObj(position -> block.port(slot, position)),
                        pairs.values().stream().map(pair -> pair.port(slot)))
                .toList();
    }
}
