package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.kernel.Problem;

/** Problems of runs: refused requests and failures common to all kinds. */
public enum RunProblem implements Problem {
    UNKNOWN("run.unknown", 404, "Run not found"),
    FINISHED("run.finished", 409, "The run has ended"),
    TOO_LATE("run.too-late", 409, "The run can no longer be cancelled"),
    CANCELLED("run.cancelled", 409, "The run was cancelled"),
    INTERNAL("run.internal", 500, "Internal error");

    private final String code;
    private final int status;
    private final String title;

    RunProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
