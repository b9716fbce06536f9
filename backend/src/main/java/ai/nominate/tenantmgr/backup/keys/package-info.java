/** Answers about the keys of backups, and hands the recovery key out. Knows no backup. */
package ai.nominate.tenantmgr.backup.keys;
