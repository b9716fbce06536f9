/** A schedule of backups as it is asked for and shown. Knows neither rows nor clocks. */
package ai.nominate.tenantmgr.backup.schedule;
