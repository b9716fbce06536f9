package ai.nominate.tenantmgr.run.engine;

/**
 * The result of a run.
 *
 * @param status a final status
 * @param failure null if it succeeded
 */
public record RunOutcome(RunStatus status, Failure failure) {}
