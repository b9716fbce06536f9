package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.PortRange;
import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** What can be refused about ports. */
enum PortProblem implements Problem {
    UNKNOWN("port.unknown", 404, "This block of ports is not taken"),
    RANGE_EXHAUSTED("port.range-exhausted", 409, "No free block of ports is left in the range"),
    TAKEN("port.taken", 409, "These ports are taken"),
    LEASED("port.leased", 409, "These ports belong to a tenant"),
    RANGE_IN_USE("port.range-in-use", 409, "The range leaves out ports that tenants have");

    private final ProblemType type;

    PortProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    /** What is said of a port with which no block of the range begins. */
    static String notABlock(PortRange range) {
        return "must be the first port of a block of four, from " + range.first() + " in steps of " + PortBlock.SIZE
                + " up to " + range.lastBlock();
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
