package ai.nominate.tenantmgr.nginx;

/**
 * A generation that was written.
 *
 * @param token by which the manager's probes recognise it
 */
record NewGeneration(long number, ProbeToken token) {}
