package ai.nominate.tenantmgr.manifest;

import java.util.List;

/**
 * How one service is run.
 *
 * @param command argv, run in the release's directory
 * @param health the path that answers 2xx when the service is well
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

    /** As the manifest writes it, in MiB: {@code 256M}. */
    String memory() {
        return memory(memoryBytes);
    }

    private static String memory(long bytes) {
        return bytes % MIB == 0 ? bytes / MIB + "M" : bytes + " bytes";
    }

    /** @param memory as {@link Rule#MEMORY} has it, such as 256M or 1G */
    static long bytes(String memory) {
        long number = Long.parseLong(memory, 0, memory.length() - 1, 10);
        return memory.endsWith("G") ? number * 1024 * MIB : number * MIB;
    }
}
