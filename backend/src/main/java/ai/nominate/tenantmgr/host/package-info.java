/**
 * The only door to a machine: commands, processes, sockets, and files outside the database. Nothing else in the product
 * starts a process or writes a file. Knows what a slot's service is, not what a tenant or a deployment is.
 */
package ai.nominate.tenantmgr.host;
