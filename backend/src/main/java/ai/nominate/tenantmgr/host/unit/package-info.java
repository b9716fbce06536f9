/**
 * Supervision of tenants' services: start, stop, restart after a crash, adoption after a restart of the manager. Knows
 * units, not tenants.
 */
package ai.nominate.tenantmgr.host.unit;
