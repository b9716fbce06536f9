/**
 * Files: atomic writes, locks, log tails. Knows the location of the manager's home, not the content of its files.
 */
package ai.nominate.tenantmgr.host.file;
