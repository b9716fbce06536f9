/**
 * Processes and sockets of this machine, read from {@code /proc}. Inspects and signals; starts nothing.
 */
package ai.nominate.tenantmgr.host.process;
