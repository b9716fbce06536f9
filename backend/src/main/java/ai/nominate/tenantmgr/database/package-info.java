/**
 * A tenant's own database and role: made once, owned alone, closed to every other tenant. Knows SQL and passwords; does not
 * know what the core application keeps there.
 */
package ai.nominate.tenantmgr.database;
