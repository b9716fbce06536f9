/**
 * Health of tenants: which checks are due, what their results mean, what is stored of them, and the health of the tenant that
 * follows. Looks and records; starts, stops and repairs nothing.
 */
package ai.nominate.tenantmgr.health;
