/**
 * Access to the machine: commands, processes, sockets, and files outside the database. No other package starts a
 * process or writes a file directly. Knows services of slots, not tenants or deployments.
 */
package ai.nominate.tenantmgr.host;
