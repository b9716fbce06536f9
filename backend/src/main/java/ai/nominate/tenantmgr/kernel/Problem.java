package ai.nominate.tenantmgr.kernel;

/** One kind of error. Each feature lists its own in an enum, so that the code identifies the feature. */
public interface Problem {
    /** Stable code for programs: {@code tenant.slug-taken}. */
    String code();

    /** HTTP status of the answer. */
    int status();

    /** One sentence for users, identical in every occurrence. */
    String title();
}
