/**
 * Which manager may touch which server: one row per server, a lease with an epoch, and what the holder does when it gets and
 * loses it. Also how one manager asks another for what only a lease's holder can tell. Knows no tenant.
 */
package ai.nominate.tenantmgr.server;
