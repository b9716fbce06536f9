/**
 * Port blocks: four ports per tenant, a pair for each slot. Knows the id of a tenant, nothing else of it.
 */
package ai.nominate.tenantmgr.port;
