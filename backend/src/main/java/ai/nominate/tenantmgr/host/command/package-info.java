/**
 * Runs one command to its end: argv, environment, time limit, output by line. Does not manage long-running services.
 */
package ai.nominate.tenantmgr.host.command;
