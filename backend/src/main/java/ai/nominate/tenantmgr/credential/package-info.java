/**
 * Credentials for git repositories: deploy keys and access tokens, stored encrypted, each for one host. Knows neither
 * tenants nor git; the code that fetches gets a credential by its name and sends it only to the host it is for.
 */
package ai.nominate.tenantmgr.credential;
