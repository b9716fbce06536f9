/**
 * Resources that need several rooms: a tenant with its configuration, deployments and services. Decides nothing itself.
 */
package ai.nominate.tenantmgr.tenantapi;
