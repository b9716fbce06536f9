/**
 * Long-running work: rows of runs and steps, their jobs, the API of all runs. Features add kinds of runs. Knows neither
 * tenants nor deployments; the subject of a run is an id and a name.
 */
package ai.nominate.tenantmgr.run;
