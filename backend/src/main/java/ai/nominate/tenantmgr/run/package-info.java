/**
 * Engine for long-running work: steps, pipeline, point of no return, undo, lease, epoch, log, live feed, cancellation,
 * resume. Features add kinds of runs. Knows nothing of tenants or deployments; the subject of a run is an id and a
 * name.
 */
package ai.nominate.tenantmgr.run;
