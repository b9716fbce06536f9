/**
 * Makes a repeated request with the same Idempotency-Key take effect once. Knows requests and answers, not their
 * content.
 */
package ai.nominate.tenantmgr.web.idempotency;
