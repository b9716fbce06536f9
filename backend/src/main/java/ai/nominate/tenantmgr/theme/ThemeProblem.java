package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Problems of themes. */
public enum ThemeProblem implements Problem {
    UNREADABLE("theme.unreadable", 422, "Some colours cannot be read"),
    NO_LOGO("theme.no-logo", 404, "The tenant has no logo of its own");

    private final ProblemType type;

    ThemeProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
