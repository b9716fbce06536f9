/**
 * Maintenance by hand: visitors of a tenant get a page with a message while its services go on, through deployments, until
 * somebody or the given time ends it. Changes no status of the tenant and starts no run.
 */
package ai.nominate.tenantmgr.control.maintenance;
