package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Problems of health checks. */
enum HealthProblem implements Problem {
    NOT_CHECKED("health.not-checked", 409, "The tenant is not checked");

    private final ProblemType type;

    HealthProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
