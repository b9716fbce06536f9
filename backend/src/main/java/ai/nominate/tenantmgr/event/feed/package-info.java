/**
 * One reader for many followers of an append-only sequence, in memory that is bounded in bytes. Knows no table and no
 * protocol: events and run logs use the same classes.
 */
package ai.nominate.tenantmgr.event.feed;
