/**
 * Keeps the services of tenants running: start, stop, restart after a crash, adopt after a restart of the manager. Knows units,
 * not tenants.
 */
package ai.nominate.tenantmgr.host.unit;
