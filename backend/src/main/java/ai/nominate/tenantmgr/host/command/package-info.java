/**
 * Runs one command to its end: argv, environment, time limit, output line by line. Knows no service that stays up.
 */
package ai.nominate.tenantmgr.host.command;
