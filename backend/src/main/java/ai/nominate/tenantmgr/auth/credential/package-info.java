/**
 * Credentials: the keys and texts of access tokens and API tokens, whether one is still valid, and whose it is. Does not know how a
 * request carries one, nor passwords.
 */
package ai.nominate.tenantmgr.auth.credential;
