package ai.nominate.tenantmgr.manifest;

import java.util.List;

/**
 * The launch specification of a service.
 *
 * @param command argv, run in the release's directory
 * @param health path that answers 2xx when the service is healthy
 * @param memoryBytes from 64 MiB to 64 GiB, a whole number of MiB
 */
public record ServiceSpec(List<String> command, String health, long memoryBytes) {
    private static final long MIB = 1L << 20;
    static final String DEFAULT_MEMORY = "256M";

    public ServiceSpec {
        command = Rule.requireArgv(command);
        Rule.REQUEST.require(health);
        Rule.MEMORY.require(memory(memoryBytes));
    }

    /** Formatted as in the manifest, in MiB: {@code 256M}. */
    String memory() {
        return memory(memoryBytes);
    }

    private static String memory(long bytes) {
        return bytes % MIB == 0 ? bytes / MIB + "M" : bytes + " bytes";
    }

    /** @param memory as in {@link Rule#MEMORY}, such as 256M or 1G */
    static long bytes(String memory) {
        long number = Long.parseLong(memory, 0, memory.length() - 1, 10);
        return memory.endsWith("G") ? number * 1024 * MIB : number * MIB;
    }
}
