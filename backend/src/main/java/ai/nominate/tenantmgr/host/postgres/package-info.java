/**
 * The embedded PostgreSQL: binaries, cluster, process. Knows nothing of the data stored in it.
 */
package ai.nominate.tenantmgr.host.postgres;
