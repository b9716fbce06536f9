package ai.nominate.tenantmgr.backup.bundle;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;

/** Why a bundle is refused. Nothing of it was used. */
public enum BundleProblem implements Problem {
    TRUNCATED("truncated", "The backup is incomplete"),
    ALTERED("altered", "The backup was altered or damaged"),
    FOREIGN("foreign", "The backup belongs elsewhere"),
    WRONG_KEY("wrong-key", "The backup was encrypted for other keys"),
    UNSIGNED("unsigned", "The backup is not signed"),
    EMPTY("empty", "The backup is empty"),
    NEWER_FORMAT("newer-format", "The backup has a newer format"),
    TOO_LARGE("too-large", "The backup is larger than it says"),
    UNSAFE("unsafe", "The backup has files that lead out of it");

    private final String reason;
    private final ProblemType type;

    BundleProblem(String reason, String title) {
        this.reason = reason;
        this.type = new ProblemType("backup." + reason, 422, title);
    }

    /** For evidence and rows: {@code truncated}. */
    public String reason() {
        return reason;
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
