package ai.nominate.tenantmgr.host.machine;

import java.util.OptionalDouble;

/**
 * What the machine and this program used at the moment of a look.
 *
 * @param cpuPercent the busy share of all processors since the look before, 0 to 100; empty for the first look
 * @param memoryUsedBytes what programs hold; memory that the kernel would give back at once does not count
 * @param diskUsedBytes of the disk that the home lies on; what only root may use counts as used
 * @param managerBytes memory that this program holds (RSS)
 */
public record MachineSample(
        OptionalDouble cpuPercent,
        long memoryUsedBytes,
        long memoryTotalBytes,
        long diskUsedBytes,
        long diskTotalBytes,
        long managerBytes) {}
