package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.PortRange;
import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Problems of ports. */
enum PortProblem implements Problem {
    UNKNOWN("port.unknown", 404, "This port block is not in use"),
    RANGE_EXHAUSTED("port.range-exhausted", 409, "No free port block is left in the range"),
    TAKEN("port.taken", 409, "These ports are already in use"),
    LEASED("port.leased", 409, "These ports belong to a tenant"),
    RANGE_IN_USE("port.range-in-use", 409, "The range excludes ports of existing tenants");

    private final ProblemType type;

    PortProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    /** Error message for a port that does not start a block. */
    static String notABlock(PortRange range) {
        return "must be the first port of a block of four, from " + range.first() + " in steps of " + PortBlock.SIZE
                + " up to " + range.lastBlock();
    }

    /** Error message for a block of which a port is leased, reserved, or used by another program. */
    static String notFree(int first) {
        return "port " + first + " and the three ports after it are not free";
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
