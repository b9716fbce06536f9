package ai.nominate.tenantmgr.run;

/**
 * How a run ended.
 *
 * @param status a final one
 * @param failure null when it succeeded
 */
public record RunOutcome(RunStatus status, Failure failure) {}
