/**
 * A tenant's own database and role: created once, accessible to its owner only. Knows SQL and passwords, not the data
 * of the core application.
 */
package ai.nominate.tenantmgr.database;
