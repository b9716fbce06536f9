package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.kernel.Problem;

/** Problems of a key rotation. The next attempt resumes an interrupted rotation. */
enum MaintenanceProblem implements Problem {
    UNDER_WAY("maintenance.under-way", 409, "A key rotation is already in progress"),
    OTHER_HOMES("maintenance.other-homes", 409, "Managers on other homes use the key"),
    BUSY("maintenance.busy", 503, "Earlier transactions are still running"),
    KEY_FILE("maintenance.key-file", 503, "The key file could not be written");

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
