/**
 * Asks a tenant's application what it offers its operator: statistics, the number of persons, its own backup, and actions of its
 * manifest. Keeps the last good answers. Only the manager of the tenant's server reaches the application, on loopback.
 */
package ai.nominate.tenantmgr.remote;
