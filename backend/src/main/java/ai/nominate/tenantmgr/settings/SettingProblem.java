package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.kernel.Problem;

/** Problems of settings. */
enum SettingProblem implements Problem {
    UNKNOWN("setting.unknown", 404, "Setting not found");

    private final String code;
    private final int status;
    private final String title;

    SettingProblem(String code, int status, String title) {
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
