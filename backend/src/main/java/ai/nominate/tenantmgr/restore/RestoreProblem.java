package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Problems of restores: refused requests and failed runs. */
enum RestoreProblem implements Problem {
    NOT_CONFIRMED("restore.not-confirmed", 422, "The restore was not confirmed"),
    NOTHING_LIVE("restore.no-release", 409, "The backup has no release to start"),
    NO_TENANT("restore.no-tenant", 409, "The tenant cannot be made anew from the backup"),
    NO_WAY_BACK("restore.no-way-back", 409, "The restore cannot be undone any more"),
    NOT_RESTORED("restore.not-restored", 422, "The database could not be restored"),
    FILES_NOT_WRITTEN("restore.files-not-written", 422, "The files of the backup could not be given to the tenant"),
    ROWS_DIFFER("restore.rows-differ", 422, "The restored database has other rows than the backup");

    private final ProblemType type;

    RestoreProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
