package ai.nominate.tenantmgr.run.engine;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Problems of runs: refused requests and failures common to all kinds. */
public enum RunProblem implements Problem {
    UNKNOWN("run.unknown", 404, "Run not found"),
    FINISHED("run.finished", 409, "The run has ended"),
    TOO_LATE("run.too-late", 409, "The run can no longer be cancelled"),
    CANCELLED("run.cancelled", 409, "The run was cancelled"),
    NO_PROGRESS("run.no-progress", 500, "The run made no progress"),
    INTERNAL("run.internal", 500, "Internal error");

    private final ProblemType type;

    RunProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
