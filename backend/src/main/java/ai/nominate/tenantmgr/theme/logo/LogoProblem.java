package ai.nominate.tenantmgr.theme.logo;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Why a logo is refused. */
public enum LogoProblem implements Problem {
    TOO_LARGE("theme.logo-too-large", 413, "The logo is too large"),
    UNREADABLE("theme.logo-unreadable", 422, "The file is not a usable picture");

    private final ProblemType type;

    LogoProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
