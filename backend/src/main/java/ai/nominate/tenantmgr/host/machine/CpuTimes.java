package ai.nominate.tenantmgr.host.machine;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The processor times of the machine since its start, from the first line of {@code /proc/stat}.
 *
 * @param idle in ticks; waiting for a disk counts as idle
 * @param total in ticks
 */
record CpuTimes(long idle, long total) {
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    /** What follows is the time of guests, which is part of the first two already. */
    private static final int COUNTED = 8;

    /** @throws IllegalArgumentException if it is not such a line */
    static CpuTimes of(String line) {
        String[] words = line.strip().split("\\s+");
        if (words.length <= IO_WAIT || !words[0].equals("cpu")) {
            throw new IllegalArgumentException("not a line of processor times: " + line);
        }
        long[] ticks = Arrays.stream(words, 1, Math.min(words.length, 1 + COUNTED))
                .mapToLong(Long::parseLong)
                .toArray();
        return new CpuTimes(ticks[IDLE] + ticks[IO_WAIT], Arrays.stream(ticks).sum());
    }

    /** The busy share in percent, 0 to 100, between an earlier look and this one; empty if no time has passed. */
    OptionalDouble busySince(CpuTimes earlier) {
        long passed = total - earlier.total;
        return passed <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.clamp(100.0 * (passed - (idle - earlier.idle)) / passed, 0, 100));
    }
}
