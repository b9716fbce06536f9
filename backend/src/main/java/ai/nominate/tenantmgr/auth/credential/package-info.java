/**
 * Credentials: the keys and texts of access tokens and API tokens, their validity and their owners. Does not know how a request
 * carries one, nor passwords.
 */
package ai.nominate.tenantmgr.auth.credential;
