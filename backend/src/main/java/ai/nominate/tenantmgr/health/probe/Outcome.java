package ai.nominate.tenantmgr.health.probe;

/**
 * What one look saw.
 *
 * @param latencyMs how long the tenant took to answer; null for looks that ask the tenant nothing
 * @param detail one sentence for people, at most {@value #LONGEST} characters
 */
public record Outcome(Verdict verdict, Integer latencyMs, String detail) {
    static final int LONGEST = 300;

    public Outcome {
        detail = detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST - 1) + "…";
    }

    public static Outcome of(Verdict verdict, String detail) {
        return new Outcome(verdict, null, detail);
    }

    public static Outcome unknown(String detail) {
        return of(Verdict.UNKNOWN, detail);
    }
}
