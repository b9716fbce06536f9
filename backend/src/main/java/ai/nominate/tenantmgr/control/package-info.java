/**
 * Starts, stops and restarts a tenant's services and changes its host names, each by a run. Does not prepare releases;
 * deployments do.
 */
package ai.nominate.tenantmgr.control;
