package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Problems of sources and builds. */
public enum ReleaseProblem implements Problem {
    SOURCE_MISSING("release.source-missing", 422, "The source of the core application was not found"),
    SOURCE_CHANGED("release.source-changed", 422, "The source changed during the copy"),
    SOURCE_OUTDATED("release.source-outdated", 422, "The stored source is no longer valid"),
    MANIFEST_MISSING("release.manifest-missing", 422, "The source has no tenant-app.yaml"),
    MANIFEST_BROKEN("release.manifest-broken", 422, "The manifest tenant-app.yaml is invalid"),
    FILE_UNREADABLE("release.file-unreadable", 422, "A file of the application cannot be read"),
    MOUNT_POINT_TAKEN("release.mount-point-taken", 422, "The application has a file where a directory is mounted"),
    BUILD_FAILED("release.build-failed", 422, "The build failed"),
    BUILD_OVER_LIMIT("release.build-over-limit", 422, "The build exceeded a limit"),
    BUILD_TIMED_OUT("release.build-timed-out", 422, "The build timed out");

    private final ProblemType type;

    ReleaseProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
