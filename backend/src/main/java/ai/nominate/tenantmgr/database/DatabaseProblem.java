package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.kernel.Problem;

/** Why a tenant's database is not ready. */
public enum DatabaseProblem implements Problem {
    INIT_FAILED("database.init-failed", 422, "The database could not be initialised"),
    UNREACHABLE("database.unreachable", 503, "The database server does not answer"),
    NAME_TAKEN("database.name-taken", 409, "A database with this name belongs to somebody else");

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
