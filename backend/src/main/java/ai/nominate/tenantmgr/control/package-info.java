/**
 * Starts, stops and restarts a tenant's services and changes its host names, on request. Prepares no release; that is the
 * deployment's work.
 */
package ai.nominate.tenantmgr.control;
