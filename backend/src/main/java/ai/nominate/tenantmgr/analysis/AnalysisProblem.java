package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Problems of analyses: refused requests and failed runs. */
enum AnalysisProblem implements Problem {
    UNKNOWN("analysis.unknown", 404, "Analysis not found"),
    NO_SCREENSHOT("analysis.no-screenshot", 404, "There is no such screenshot"),
    NO_SUGGESTION("analysis.no-suggestion", 404, "Suggestion not found"),
    LOST("analysis.lost", 409, "The tenant of the analysis was deleted");

    private final ProblemType type;

    AnalysisProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
