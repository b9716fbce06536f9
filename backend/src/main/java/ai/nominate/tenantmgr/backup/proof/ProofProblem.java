package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Problems of proofs: refused requests, faults of a backup, and what keeps it from being tried. */
enum ProofProblem implements Problem {
    PROVING("backup.proving", 409, "The backup is being proven"),
    NOT_RESTORED("backup.not-restored", 422, "The database of the backup could not be restored"),
    ROWS_DIFFER("backup.rows-differ", 422, "The restored database has other rows than the backup"),
    NOT_WELL("backup.not-well", 422, "The restored application is not well"),
    UNTRIED("backup.untried", 422, "The backup could not be tried");

    private final ProblemType type;

    ProofProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
