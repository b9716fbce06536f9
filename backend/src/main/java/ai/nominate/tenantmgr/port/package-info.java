/**
 * Blocks of four ports, leased to tenants: a pair for each slot. Knows nothing of who leases, beyond an id.
 */
package ai.nominate.tenantmgr.port;
