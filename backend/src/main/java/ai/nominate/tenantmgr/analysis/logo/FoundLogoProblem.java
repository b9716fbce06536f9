package ai.nominate.tenantmgr.analysis.logo;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Problems of logos that were found. */
enum FoundLogoProblem implements Problem {
    UNKNOWN("analysis.no-logo", 404, "There is no such logo");

    private final ProblemType type;

    FoundLogoProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
