package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** What can be refused about settings. */
enum SettingProblem implements Problem {
    UNKNOWN("setting.unknown", 404, "There is no setting with this name");

    private final ProblemType type;

    SettingProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
