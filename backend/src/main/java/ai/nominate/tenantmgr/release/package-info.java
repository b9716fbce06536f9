/**
 * Releases: immutable builds of the core application at one commit, built once and shared by all tenants. Knows sources
 * and builds, not deployments.
 */
package ai.nominate.tenantmgr.release;
