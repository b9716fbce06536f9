/**
 * The program that starts a restored application in a network of its own and asks its health checks. Runs in a process of its own,
 * knows the manager only by the file that tells it what to start, and answers in lines.
 */
package ai.nominate.tenantmgr.backup.boot;
