/**
 * The files of a tenant that has a user of its own: packed, brought back and exchanged by tasks of that user, whose archives go through
 * a pipe. Trusts nothing that comes out of it. Knows no backup and no run.
 */
package ai.nominate.tenantmgr.backup.files;
