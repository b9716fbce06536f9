package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.PortRange;
import ai.nominate.tenantmgr.kernel.Slot;
import java.util.List;

/** Four consecutive ports: those of the first two services in slot a, then in slot b. */
public record PortBlock(int first) {
    public static final int SIZE = PortRange.BLOCK;
    /** The position of the frontend, or of the only service. */
    public static final int FRONTEND = 0;

    public static final int BACKEND = 1;

    /** @throws InvalidValue if the four ports exceed the allowed range */
    public PortBlock {
        if (first < 1024 || first + SIZE - 1 > 65_535) {
            throw new InvalidValue("must be a port from 1024 to 65532");
        }
    }

    /** @param position 0 or 1 */
    public PortNumber port(Slot slot, int position) {
        int pair = switch (slot) {
            case A -> 0;
            case B -> 2;
        };
        return new PortNumber(first + pair + position);
    }

    public List<PortNumber> ports() {
        return List.of(
                new PortNumber(first), new PortNumber(first + 1), new PortNumber(first + 2), new PortNumber(first + 3));
    }
}
