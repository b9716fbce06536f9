/**
 * What the machine and this program use at a moment: processor time, memory, disk. Knows neither tenants nor history.
 */
package ai.nominate.tenantmgr.host.machine;
