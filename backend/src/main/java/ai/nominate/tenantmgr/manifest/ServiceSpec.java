package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.List;

/**
 * The launch specification of a service.
 *
 * @param command argv, run in the release's directory
 * @param health path that answers 2xx when the service is healthy
 * @param memoryBytes limit for all its processes together: from 64 MiB to 64 GiB, a whole number of MiB
 * @param tasks maximum number of its processes and threads, from 16 to 32768
 */
public record ServiceSpec(List<String> command, String health, long memoryBytes, int tasks) {
    private static final long MIB = 1L << 20;
    static final String DEFAULT_MEMORY = "256M";
    static final int DEFAULT_TASKS = 256;
    static final int LEAST_TASKS = 16;
    static final int MOST_TASKS = 32_768;

    public ServiceSpec {
        command = TextRule.requireArgv(command);
        TextRule.REQUEST.require(health);
        TextRule.MEMORY.require(memory(memoryBytes));
        if (tasks < LEAST_TASKS || tasks > MOST_TASKS) {
            throw new InvalidValue("must be a whole number from " + LEAST_TASKS + " to " + MOST_TASKS);
        }
    }

    /** Formatted as in the manifest, in MiB: {@code 256M}. */
    String memory() {
        return memory(memoryBytes);
    }

    private static String memory(long bytes) {
        return bytes % MIB == 0 ? bytes / MIB + "M" : bytes + " bytes";
    }

    /** @param memory as in {@link TextRule#MEMORY}, such as 256M or 1G */
    static long bytes(String memory) {
        long number = Long.parseLong(memory, 0, memory.length() - 1, 10);
        return memory.endsWith("G") ? number * 1024 * MIB : number * MIB;
    }
}
