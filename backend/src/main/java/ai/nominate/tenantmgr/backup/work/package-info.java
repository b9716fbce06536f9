/** The pieces of taking a backup: dump, files, manifest, trial. Knows no row of a backup and no run. */
package ai.nominate.tenantmgr.backup.work;
