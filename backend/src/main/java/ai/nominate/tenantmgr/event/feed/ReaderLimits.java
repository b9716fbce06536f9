package ai.nominate.tenantmgr.event.feed;

import java.time.Duration;

/**
 * What a {@link SharedReader} may take of memory and of its source.
 *
 * @param ringEntries how many entries stay in memory for all followers, from 1
 * @param ringBytes how many bytes of entries stay in memory for all followers, from 1; one entry may be larger
 * @param chunkEntries how many entries are read at once, from 1
 * @param chunkBytes how many bytes of entries wait for one follower that is behind, from 1; one entry may be larger
 * @param catchUps how many reads for followers that are behind go on at once, from 1
 * @param pause how long after a read the next one begins at the earliest, unless more is known to be there
 * @param poll how long after a read the next one begins at the latest; after a failure twice as long each time, up to 5 s
 */
public record ReaderLimits(
        int ringEntries,
        long ringBytes,
        int chunkEntries,
        int chunkBytes,
        int catchUps,
        Duration pause,
        Duration poll) {
    /** 8 MiB for all followers and 64 KiB for each that is behind; at most 20 reads a second, at least 2. */
    public static final ReaderLimits DEFAULT =
            new ReaderLimits(10_000, 8 << 20, 500, 64 << 10, 4, Duration.ofMillis(50), Duration.ofMillis(500));

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int FEWEST = 16;
    private static final long LARGEST_READ = 512 << 10;

    /** How long to wait after so many failures in a row, from 1. */
    Duration afterFailures(int failures) {
        Duration wait = poll.multipliedBy(1L << Math.min(failures, 10));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** How many entries of this size to read for one follower. */
    int chunk(int bytes, long averageBytes) {
        return (int) Math.clamp(bytes / Math.max(1, averageBytes), Math.min(FEWEST, chunkEntries), chunkEntries);
    }

    /** How many bytes are read at once for all. */
    int readBytes() {
        return (int) Math.min(ringBytes, LARGEST_READ);
    }
}
