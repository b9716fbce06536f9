package ai.nominate.tenantmgr.kernel;

/** One kind of refusal. Each feature lists its own in an enum, so that a code says where to look. */
public interface Problem {
    /** Stable, for programs: {@code tenant.slug-taken}. */
    String code();

    /** The HTTP status it is answered with. */
    int status();

    /** One sentence for people, the same in every occurrence. */
    String title();
}
