/**
 * Who is asking: users, sign-in, sessions of browsers and tokens of programs. Puts a role on each request; nobody imports it.
 */
package ai.nominate.tenantmgr.auth;
