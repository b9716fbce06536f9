/** Hashes and checks passwords, and slows down guessing. Does not know accounts: it gets names, passwords and hashes. */
package ai.nominate.tenantmgr.auth.password;
