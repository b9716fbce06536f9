package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The launch specification of a service.
 *
 * @param command argv, run in the release's directory
 * @param health empty for a service that is healthy while it listens, or runs
 * @param startTimeout time until its first healthy answer, from 1 s to 30 min; empty for the setting
 * @param stopGrace time to stop before it is killed, from 1 s to 10 min; empty for the setting
 * @param memoryBytes limit for all its processes together: from 64 MiB to 64 GiB, a whole number of MiB
 * @param tasks maximum number of its processes and threads, from 16 to 32768
 * @param twin whether a worker may run in both slots at once during a switch
 */
public record ServiceSpec(
        List<String> command,
        Optional<HealthSpec> health,
        Optional<Duration> startTimeout,
        Optional<Duration> stopGrace,
        long memoryBytes,
        int tasks,
        boolean twin) {
    private static final long MIB = 1L << 20;
    static final String DEFAULT_MEMORY = "256M";
    static final int DEFAULT_TASKS = 256;
    static final int LEAST_TASKS = 16;
    static final int MOST_TASKS = 32_768;

    public ServiceSpec {
        command = TextRule.requireArgv(command);
        startTimeout.map(DurationText::of).ifPresent(TextRule.START_TIMEOUT::require);
        stopGrace.map(DurationText::of).ifPresent(TextRule.STOP_GRACE::require);
        TextRule.MEMORY.require(memory(memoryBytes));
        if (tasks < LEAST_TASKS || tasks > MOST_TASKS) {
            throw new InvalidValue("must be a whole number from " + LEAST_TASKS + " to " + MOST_TASKS);
        }
    }

    /** With a health check and the default times. */
    public ServiceSpec(List<String> command, String health, long memoryBytes, int tasks) {
        this(
                command,
                Optional.of(new HealthSpec(health)),
                Optional.empty(),
                Optional.empty(),
                memoryBytes,
                tasks,
                false);
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
