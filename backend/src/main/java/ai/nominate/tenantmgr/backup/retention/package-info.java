/** Which backups are kept and why, as a function of their times, their proofs, a policy and a zone. Knows no database and no file. */
package ai.nominate.tenantmgr.backup.retention;
