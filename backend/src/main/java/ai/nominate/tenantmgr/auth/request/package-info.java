/**
 * Authenticates a request: its bearer token or cookies, its origin and the address of its client. Does not know how a session begins
 * or ends.
 */
package ai.nominate.tenantmgr.auth.request;
