package ai.nominate.tenantmgr.host.process;

/**
 * Identifies one process uniquely: pids are reused, but not with the same start time in the same boot.
 *
 * @param startTicks clock ticks from boot to its start
 * @param boot the kernel's boot id
 */
public record ProcessIdentity(long pid, long startTicks, String boot) {}
