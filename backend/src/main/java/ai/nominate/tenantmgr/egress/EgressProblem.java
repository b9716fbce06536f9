package ai.nominate.tenantmgr.egress;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

enum EgressProblem implements Problem {
    NOT_REACHED("egress.not-reached", 422, "The address cannot be reached from this server");

    private final ProblemType type;

    EgressProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
