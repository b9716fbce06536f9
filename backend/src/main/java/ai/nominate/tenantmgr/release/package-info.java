/**
 * Releases: immutable copies of the core application at one commit, built once and shared by every tenant that runs them.
 * Knows sources and builds; does not know who deploys what.
 */
package ai.nominate.tenantmgr.release;
