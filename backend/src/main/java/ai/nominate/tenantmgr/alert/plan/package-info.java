/**
 * Decides which alerts open and end, and who is told when: functions from findings, open alerts and rules to changes and messages.
 * Reads no row, no clock and no setting.
 */
package ai.nominate.tenantmgr.alert.plan;
