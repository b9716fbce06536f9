/**
 * Processes and sockets of this machine, read from {@code /proc}. Looks and signals; starts nothing.
 */
package ai.nominate.tenantmgr.host.process;
