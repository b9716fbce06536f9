/**
 * Fetches commits of git repositories, within limits and from checked addresses only. Knows repositories and credentials,
 * not releases.
 */
package ai.nominate.tenantmgr.release.git;
