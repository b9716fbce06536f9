package ai.nominate.tenantmgr.host.process;

/**
 * A socket on which a process waits for connections.
 *
 * @param everywhere whether on all addresses of the machine, and not on one of them
 */
public record Listener(int port, boolean everywhere) {}
