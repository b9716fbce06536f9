/**
 * Whose backups are read: those of this installation, and those of others whose key an administrator has added. Imports the latter, and
 * makes no backup of what was not checked to its end.
 */
package ai.nominate.tenantmgr.backup.signer;
