package ai.nominate.tenantmgr.kernel;

/**
 * The constant part of a refusal, the problem type of RFC 9457.
 *
 * @param code stable, for programs: {@code tenant.slug-taken}
 * @param status the HTTP status of the answer, 400 to 599
 * @param title one sentence for people, the same in every occurrence
 */
public record ProblemType(String code, int status, String title) {}
