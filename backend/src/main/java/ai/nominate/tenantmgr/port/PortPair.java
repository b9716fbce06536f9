package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.Slot;
import java.util.List;

/** The two ports of a service beyond the tenant's block: of slot a, then of slot b. */
public record PortPair(int first) {
    public static final int SIZE = 2;

    public PortNumber port(Slot slot) {
        return switch (slot) {
            case A -> new PortNumber(first);
            case B -> new PortNumber(first + 1);
        };
    }

    List<PortNumber> ports() {
        return List.of(new PortNumber(first), new PortNumber(first + 1));
    }
}
