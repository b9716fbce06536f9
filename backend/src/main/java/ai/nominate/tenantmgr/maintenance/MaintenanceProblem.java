package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.kernel.Problem;

/** Problems of a key rotation. The next attempt resumes an interrupted rotation. */
enum MaintenanceProblem implements Problem {
    UNDER_WAY("maintenance.under-way", 409, "The key is being changed already"),
    OTHER_HOMES("maintenance.other-homes", 409, "Managers on other homes use the key"),
    BUSY("maintenance.busy", 503, "Transactions of before are still under way"),
    KEY_FILE("maintenance.key-file", 503, "The key file cannot be written");

    private final String code;
    private final int status;
    private final String title;

    MaintenanceProblem(String code, int status, String title) {
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
