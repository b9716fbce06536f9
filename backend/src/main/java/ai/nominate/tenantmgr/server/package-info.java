/**
 * Ownership of servers: one row per server, a lease with an epoch, and the duties of its holder. Also the signed requests between
 * managers for information that only the lease holder has. Knows nothing of tenants.
 */
package ai.nominate.tenantmgr.server;
