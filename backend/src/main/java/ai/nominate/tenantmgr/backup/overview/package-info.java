/** The backups of all tenants at a glance: one line for each tenant, and sums. Reads rows and changes nothing. */
package ai.nominate.tenantmgr.backup.overview;
