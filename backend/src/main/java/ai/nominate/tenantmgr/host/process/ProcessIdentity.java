package ai.nominate.tenantmgr.host.process;

/**
 * One process and no other, ever: numbers are used again, but not with the same start and in the same boot.
 *
 * @param startTicks clock ticks from boot to its start
 * @param boot the kernel's id of this boot
 */
public record ProcessIdentity(long pid, long startTicks, String boot) {}
