package ai.nominate.tenantmgr.egress;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

enum EgressProblem implements Problem {
    PRIVATE_ADDRESS("egress.private-address", 422, "Connections to this address are not allowed"),
    UNKNOWN_HOST("egress.unknown-host", 422, "The host name could not be resolved");

    private final ProblemType type;

    EgressProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
