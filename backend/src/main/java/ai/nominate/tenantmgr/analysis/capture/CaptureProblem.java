package ai.nominate.tenantmgr.analysis.capture;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Why a page could not be captured. */
public enum CaptureProblem implements Problem {
    NOT_REACHED("analysis.not-reached", 422, "The page cannot be reached from this server"),
    NOT_A_PAGE("analysis.not-a-page", 422, "The address does not lead to a page"),
    TOO_HEAVY("analysis.too-heavy", 422, "The page needs more memory, time or data than a capture may use"),
    NO_BROWSER("analysis.no-browser", 503, "No page can be captured on this machine"),
    BUSY("analysis.busy", 503, "All browsers of the server are in use");

    private final ProblemType type;

    CaptureProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
