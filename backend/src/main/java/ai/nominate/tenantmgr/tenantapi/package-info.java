/**
 * Resources that combine several packages: a tenant with its configuration, deployments and services. Contains no rules
 * of its own.
 */
package ai.nominate.tenantmgr.tenantapi;
