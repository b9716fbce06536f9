/**
 * The format of a backup: parts, each compressed and encrypted for two recipients, a manifest and its signature. Knows no tenant, no
 * database and no storage: it writes into a directory and reads from whatever has files.
 */
package ai.nominate.tenantmgr.backup.bundle;
