package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Why a request about a run is refused, and why a run of any kind fails. */
public enum RunProblem implements Problem {
    UNKNOWN("run.unknown", 404, "There is no such run"),
    FINISHED("run.finished", 409, "The run has ended"),
    TOO_LATE("run.too-late", 409, "The run cannot be cancelled any more"),
    CANCELLED("run.cancelled", 409, "The run was cancelled"),
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
