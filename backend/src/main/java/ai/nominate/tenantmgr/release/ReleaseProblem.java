package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.kernel.Problem;

/** Why there is no release to deploy. */
public enum ReleaseProblem implements Problem {
    SOURCE_MISSING("release.source-missing", 422, "The source of the core application cannot be found"),
    SOURCE_CHANGED("release.source-changed", 422, "The source changed while it was copied"),
    FETCH_FAILED("release.fetch-failed", 422, "The repository cannot be fetched"),
    MANIFEST_MISSING("release.manifest-missing", 422, "The source has no tenant-app.yaml"),
    MANIFEST_BROKEN("release.manifest-broken", 422, "The manifest tenant-app.yaml is not valid"),
    BUILD_FAILED("release.build-failed", 422, "The build failed"),
    BUILD_OVER_LIMIT("release.build-over-limit", 422, "The build used more than it may"),
    BUILD_TIMED_OUT("release.build-timed-out", 422, "The build took too long");

    private final String code;
    private final int status;
    private final String title;

    ReleaseProblem(String code, int status, String title) {
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
