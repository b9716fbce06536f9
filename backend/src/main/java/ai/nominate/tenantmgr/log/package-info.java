/**
 * The manager's log and its requests as rows: written beside the console without ever delaying or repeating what is logged, kept
 * for some days, read in pages, live and as files. {@code log.service} reads what tenants' services print. Knows no pipeline.
 */
package ai.nominate.tenantmgr.log;
