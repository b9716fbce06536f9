/**
 * Backups of tenants: taken by schedule, on request and before what cannot be undone, kept by rules, and kept longer than their tenant.
 * Restores and proofs are built on it; it knows neither.
 */
package ai.nominate.tenantmgr.backup;
