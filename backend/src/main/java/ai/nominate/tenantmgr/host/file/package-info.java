/**
 * Files: written beside their place and renamed, locks, log tails. Knows where the manager's home is, not what lies in it.
 */
package ai.nominate.tenantmgr.host.file;
