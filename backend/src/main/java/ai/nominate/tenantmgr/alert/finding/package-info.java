/**
 * What is wrong now: findings, and the sources that read them from the rows of this server. Opens no alert and sends nothing.
 */
package ai.nominate.tenantmgr.alert.finding;
