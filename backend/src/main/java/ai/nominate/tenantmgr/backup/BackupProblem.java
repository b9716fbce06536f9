package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;
import ai.nominate.tenantmgr.web.contract.ProblemMember;

/** Problems of backups: refused requests and failed runs. */
@ProblemMember(name = "runId", format = "uuid", description = "Id of the conflicting run, if any")
public enum BackupProblem implements Problem {
    UNKNOWN("backup.unknown", 404, "There is no such backup"),
    RUNNING("backup.running", 409, "A backup of the tenant is being taken"),
    NOT_COMPLETE("backup.not-complete", 409, "The backup has no files"),
    ELSEWHERE("backup.elsewhere", 409, "The files of the backup are on another server"),
    HELD("backup.held", 409, "The backup is held"),
    KEY_GONE("backup.recovery-key-gone", 409, "The recovery key was handed out"),
    FAILED("backup.failed", 422, "The backup failed"),
    NO_STORAGE("backup.no-storage", 422, "The storage of backups is not set up"),
    STORAGE_FAILED("backup.storage-failed", 502, "The storage of backups failed"),
    LOST("backup.tenant-lost", 409, "The tenant was deleted");

    private final ProblemType type;

    BackupProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
