/**
 * Requests of visitors by tenant: counted from NGINX's log by the holder of the server's lease, kept by minute and hour. Knows no
 * path, address or person, and decides nothing.
 */
package ai.nominate.tenantmgr.traffic;
