/**
 * What GitHub, GitLab and Gitea send and take: headers, signatures, bodies, commit statuses, as pure functions. Knows no tenant and opens no
 * connection.
 */
package ai.nominate.tenantmgr.webhook.forge;
