package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.kernel.Problem;

/** Problems of tenants' databases. */
public enum DatabaseProblem implements Problem {
    INIT_FAILED("database.init-failed", 422, "The database could not be initialised"),
    UNREACHABLE("database.unreachable", 503, "The database server does not respond"),
    NAME_TAKEN("database.name-taken", 409, "The database name is already used by another database");

    private final String code;
    private final int status;
    private final String title;

    DatabaseProblem(String code, int status, String title) {
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
