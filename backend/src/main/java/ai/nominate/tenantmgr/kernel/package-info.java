/**
 * Shared types: validated values, the actor of a request, and problems. Depends on no framework, no database and no
 * other package.
 */
package ai.nominate.tenantmgr.kernel;
