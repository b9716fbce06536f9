/**
 * Starts, stops and restarts a tenant's services and changes its host names, on request. Does not prepare releases;
 * deployments do.
 */
package ai.nominate.tenantmgr.control;
