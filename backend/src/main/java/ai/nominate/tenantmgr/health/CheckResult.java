package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.Outcome;
import ai.nominate.tenantmgr.health.probe.Verdict;
import java.time.Instant;

/**
 * The result of one look.
 *
 * @param at when the look began
 * @param isCertain whether it counts without repetition: it was reported by the supervisor, not found by asking
 */
record CheckResult(CheckKey check, Instant at, Outcome outcome, boolean isCertain) {
    Verdict verdict() {
        return outcome.verdict();
    }

    /** The same look with another meaning. */
    CheckResult as(Verdict verdict, String detail) {
        return new CheckResult(check, at, new Outcome(verdict, outcome.latencyMs(), detail), false);
    }
}
