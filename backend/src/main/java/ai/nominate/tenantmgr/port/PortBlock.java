package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.PortRange;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;


import java.util.List;

/** Four consecutive ports: frontend and backend of slot a, then of slot b. */
public record PortBlock(int first) {
    public static final int SIZE = PortRange.BLOCK;

    /** @throws InvalidValue if the four ports exceed the allowed range */
    public PortBlock {
        if (first < 1024 || first + SIZE - 1 > 65_535) {
            throw new InvalidValue("must be a port from 1024 to 65532");
        }
    }

    public PortNumber port(Slot slot, ServiceName service) {
        int pair = switch (slot) {
            case A -> 0;
            case B -> 2;
        };
        int offset = switch (service) {
            case FRONTEND -> 0;
            case BACKEND -> 1;
        };
        return new PortNumber(first + pair + offset);
    }

    public List<PortNumber> ports() {
        return List.of(
                new PortNumber(first), new PortNumber(first + 1), new PortNumber(first + 2), new PortNumber(first + 3));
    }
}
