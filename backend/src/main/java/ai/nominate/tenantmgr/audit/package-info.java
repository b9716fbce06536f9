/**
 * Audit log: actor, source address, change and previous state, written in the transaction of the change and immutable.
 * Knows no feature; each feature describes its own changes.
 */
package ai.nominate.tenantmgr.audit;
