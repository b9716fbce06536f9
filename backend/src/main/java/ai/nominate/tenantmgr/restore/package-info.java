/**
 * Restores backups: a restore is a deployment that also replaces the tenant's database and files. Until visitors get the restored
 * tenant, and for a day after, there is a way back. Knows the steps of deployments and the parts of backups, neither's rows.
 */
package ai.nominate.tenantmgr.restore;
