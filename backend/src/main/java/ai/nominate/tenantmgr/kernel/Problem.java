package ai.nominate.tenantmgr.kernel;

/** One kind of error. Each feature lists its own in an enum, so that the code identifies the feature. */
public interface Problem {
    ProblemType type();

    default String code() {
        return type().code();
    }

    default int status() {
        return type().status();
    }

    default String title() {
        return type().title();
    }
}
