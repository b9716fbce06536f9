/**
 * Proves backups: restores each into a scratch database, counts its rows, starts the whole tenant from it apart from everything, and
 * asks whether it is well. What cannot be tried is never called proven. Changes nothing of the tenant.
 */
package ai.nominate.tenantmgr.backup.proof;
