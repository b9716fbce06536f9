/**
 * Authentication: users, sign-in, browser sessions and API tokens. Sets the actor of each request; no feature imports
 * this package.
 */
package ai.nominate.tenantmgr.auth;
