package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Why there is no release to deploy. */
public enum ReleaseProblem implements Problem {
    SOURCE_MISSING("release.source-missing", 422, "The source of the core application cannot be found"),
    SOURCE_CHANGED("release.source-changed", 422, "The source changed while it was copied"),
    FETCH_FAILED("release.fetch-failed", 422, "The repository cannot be fetched"),
    MANIFEST_MISSING("release.manifest-missing", 422, "The source has no tenant-app.yaml"),
    MANIFEST_BROKEN("release.manifest-broken", 422, "The manifest tenant-app.yaml is not valid"),
    BUILD_FAILED("release.build-failed", 422, "The build failed"),
    BUILD_TIMED_OUT("release.build-timed-out", 422, "The build took too long");

    private final ProblemType type;

    ReleaseProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
