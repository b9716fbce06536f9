package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.kernel.Problem;

/** Why a request about a run is refused, and why a run of any kind fails. */
public enum RunProblem implements Problem {
    UNKNOWN("run.unknown", 404, "There is no such run"),
    FINISHED("run.finished", 409, "The run has ended"),
    TOO_LATE("run.too-late", 409, "The run cannot be cancelled any more"),
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
