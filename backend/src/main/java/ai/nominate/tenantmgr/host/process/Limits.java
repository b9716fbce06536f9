package ai.nominate.tenantmgr.host.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the processes of one service or task may use together.
 *
 * @param memoryBytes resident memory; 0 for no limit
 * @param tasks processes and threads, counted as systemd counts them; 0 for no limit
 * @param time from start to end; null for a service, which has no end
 * @param diskBytes what the files that it may write to may take; 0 for no limit
 */
public record Limits(long memoryBytes, int tasks, Duration time, long diskBytes) {
    public Limits(long memoryBytes, int tasks, Duration time) {
        this(memoryBytes, tasks, time, 0);
    }

    /** Of a service. */
    public Limits(long memoryBytes, int tasks) {
        this(memoryBytes, tasks, null);
    }

    /** The same with another time. */
    public Limits until(Duration other) {
        return new Limits(memoryBytes, tasks, other, diskBytes);
    }

    /** A limit of time alone. */
    public static Limits within(Duration time) {
        return new Limits(0, 0, time);
    }

    /**
     * Which limit is exceeded, for people: {@code used 334 MB, limit 64 MB (memory in tenant-app.yaml)}. Resident memory is
     * cheap to read but counts shared pages once for each process; only when it is over the limit is the exact share read.
     *
     * @param origin says where the limit {@code memory} or {@code tasks} was set
     */
    public Optional<String> exceededBy(List<ProcessUsage> family, UnaryOperator<String> origin) {
        int running = family.stream().mapToInt(ProcessUsage::threads).sum();
        if (tasks > 0 && running > tasks) {
            return Optional.of(tooManyTasks(running, origin));
        }
        if (memoryBytes <= 0 || residentBytes(family) <= memoryBytes) {
            return Optional.empty();
        }
        long held = family.stream()
                .mapToLong(each -> each.process().proportionalBytes(each.residentBytes()))
                .sum();
        return held <= memoryBytes ? Optional.empty() : Optional.of(tooMuchMemory(held, origin));
    }

    /** The sentence for what was seen or refused by the kernel. */
    public String tooManyTasks(int running, UnaryOperator<String> origin) {
        return "ran " + running + " tasks, limit " + tasks + " (" + origin.apply("tasks") + ")";
    }

    /** The sentence for what was seen or refused by the kernel. */
    public String tooMuchMemory(long held, UnaryOperator<String> origin) {
        return "used " + mebibytes(held) + " MB, limit " + mebibytes(memoryBytes) + " MB (" + origin.apply("memory")
                + ")";
    }

    /**
     * The sentence if files take more than the limit.
     *
     * @param origin says where the limit {@code disk} was set
     */
    public Optional<String> exceededBy(long fileBytes, UnaryOperator<String> origin) {
        return diskBytes <= 0 || fileBytes <= diskBytes
                ? Optional.empty()
                : Optional.of("wrote " + mebibytes(fileBytes) + " MB of files, limit " + mebibytes(diskBytes) + " MB ("
                        + origin.apply("disk") + ")");
    }

    private static long residentBytes(List<ProcessUsage> family) {
        return family.stream().mapToLong(ProcessUsage::residentBytes).sum();
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }
}
