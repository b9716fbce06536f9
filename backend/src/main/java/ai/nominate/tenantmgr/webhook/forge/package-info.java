/**
 * What GitHub, GitLab and Gitea send: their headers, signatures and bodies, as pure functions. Knows no tenant and opens no
 * connection.
 */
package ai.nominate.tenantmgr.webhook.forge;
