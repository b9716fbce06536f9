package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Problems of tenants' databases. */
public enum DatabaseProblem implements Problem {
    INIT_FAILED("database.init-failed", 422, "The database could not be initialised"),
    EXTENSION_REFUSED("database.extension-refused", 422, "The database cannot have an extension"),
    TOO_FEW_CONNECTIONS("database.too-few-connections", 409, "The database server has too few connections left"),
    BACKUP_FAILED("database.backup-failed", 422, "The database could not be backed up or restored"),
    TOOLS_MISSING("database.tools-missing", 422, "PostgreSQL's client programs are not installed"),
    UNREACHABLE("database.unreachable", 503, "The database server does not respond"),
    NAME_TAKEN("database.name-taken", 409, "The database name is already used by another database");

    private final ProblemType type;

    DatabaseProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
