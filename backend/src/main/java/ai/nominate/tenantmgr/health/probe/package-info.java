/**
 * The kinds of checks: each looks at one aspect of a tenant and says in a sentence what it saw. Knows no interval, no history and no
 * threshold of failures in a row.
 */
package ai.nominate.tenantmgr.health.probe;
