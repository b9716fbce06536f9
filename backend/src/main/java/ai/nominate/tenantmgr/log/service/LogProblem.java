package ai.nominate.tenantmgr.log.service;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Problems of service logs. */
enum LogProblem implements Problem {
    LINE_GONE("log.line-gone", 404, "The line is no longer kept");

    private final ProblemType type;

    LogProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
