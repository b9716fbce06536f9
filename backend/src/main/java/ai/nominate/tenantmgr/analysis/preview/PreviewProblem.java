package ai.nominate.tenantmgr.analysis.preview;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Why a page cannot be shown in a theme. */
enum PreviewProblem implements Problem {
    NO_CSS("theme.no-css", 409, "The release names no style sheet for themes");

    private final ProblemType type;

    PreviewProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
