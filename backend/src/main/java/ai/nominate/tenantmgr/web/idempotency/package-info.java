/**
 * Makes a repeated request with the same Idempotency-Key take effect once. Knows requests and answers, not what they change.
 */
package ai.nominate.tenantmgr.web.idempotency;
