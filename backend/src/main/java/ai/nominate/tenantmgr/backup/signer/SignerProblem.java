package ai.nominate.tenantmgr.backup.signer;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Problems of backups of other installations, and of the list of those that are trusted. */
public enum SignerProblem implements Problem {
    UNTRUSTED("backup.untrusted-signer", 422, "The backup was signed by an installation that is not trusted"),
    KNOWN("backup.signer-known", 409, "The signer is trusted already"),
    DISK_FULL("backup.disk-full", 507, "Not enough free disk space"),
    PRESENT("backup.present", 409, "The backup is here already"),
    UNKNOWN("backup.signer-unknown", 404, "There is no such signer");

    private final ProblemType type;

    SignerProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
