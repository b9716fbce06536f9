/**
 * The embedded PostgreSQL: its binaries, its cluster, its process. Knows nothing of what is stored in it.
 */
package ai.nominate.tenantmgr.host.postgres;
