package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Problems of a key rotation. The next attempt resumes an interrupted rotation. */
enum MaintenanceProblem implements Problem {
    UNDER_WAY("maintenance.under-way", 409, "A key rotation is already in progress"),
    OTHER_HOMES("maintenance.other-homes", 409, "Managers on other homes use the key"),
    BUSY("maintenance.busy", 503, "Earlier transactions are still running"),
    KEY_FILE("maintenance.key-file", 503, "The key file could not be written");

    private final ProblemType type;

    MaintenanceProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
