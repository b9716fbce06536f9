package ai.nominate.tenantmgr.egress;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

enum EgressProblem implements Problem {
    PRIVATE_ADDRESS("egress.private-address", 422, "This address may not be reached"),
    UNKNOWN_HOST("egress.unknown-host", 422, "This host name has no address");

    private final ProblemType type;

    EgressProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
