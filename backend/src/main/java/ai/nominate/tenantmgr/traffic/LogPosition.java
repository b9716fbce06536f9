package ai.nominate.tenantmgr.traffic;

import java.time.Instant;

/**
 * Up to where the log is counted.
 *
 * @param file number of the file, which stays the same when it is renamed
 * @param offset in bytes, behind a whole line
 * @param until the latest request that is counted
 */
record LogPosition(long file, long offset, Instant until) {
    static final LogPosition NONE = new LogPosition(0, 0, Instant.EPOCH);
}
