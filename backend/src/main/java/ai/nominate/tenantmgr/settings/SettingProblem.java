package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Problems of settings. */
enum SettingProblem implements Problem {
    UNKNOWN("setting.unknown", 404, "Setting not found"),
    NO_TEST("setting.no-test", 409, "This setting cannot be tested"),
    UNREADABLE("secret.unreadable", 409, "A stored secret cannot be decrypted");

    private final ProblemType type;

    SettingProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
