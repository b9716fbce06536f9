package ai.nominate.tenantmgr.kernel;

/** One kind of refusal. Each feature lists its own in an enum, so that a code says where to look. */
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
