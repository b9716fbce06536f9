/**
 * Who is asking: users, sign-in, sessions of browsers and tokens of programs. Puts an actor on each request; no
 * feature imports it.
 */
package ai.nominate.tenantmgr.auth;
