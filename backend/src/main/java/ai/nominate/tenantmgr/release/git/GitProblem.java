package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Problems of git repositories. */
public enum GitProblem implements Problem {
    UNREACHABLE("release.unreachable", 422, "The repository cannot be reached"),
    ACCESS_REFUSED("release.access-refused", 422, "The repository does not exist, or its server refused access"),
    CREDENTIAL_UNUSABLE("release.credential-unusable", 422, "The repository needs another credential"),
    HOST_KEY_CHANGED("release.host-key-changed", 422, "The host key of the repository's server has changed"),
    REF_UNKNOWN("release.ref-unknown", 422, "The repository has no such branch, tag or commit"),
    FETCH_FAILED("release.fetch-failed", 422, "The repository could not be fetched"),
    TOO_LARGE("release.source-too-large", 422, "The source exceeds a limit"),
    INCOMPLETE("release.source-incomplete", 422, "The source is incomplete");

    private final ProblemType type;

    GitProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
