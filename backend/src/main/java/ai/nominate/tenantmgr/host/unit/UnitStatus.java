package ai.nominate.tenantmgr.host.unit;

import java.time.Instant;

/**
 * A unit as it is now.
 *
 * @param pid of its leading process; null when there is none
 * @param since when it came into this state; null when it was never seen
 * @param restarts how often it was started again by itself since it was last started on request
 * @param memoryBytes what all its processes hold, shared pages counted for each; null when there are none
 * @param tasks how many processes and threads it has; null when there are none
 * @param lastExit how it last ended, 128 + n by signal n; null when it never did, or no manager saw it
 * @param excess the limit for which it was last ended, such as {@code used 334 MB, limit 64 MB (memory in tenant-app.yaml)};
 *     null when it last ended by itself
 */
public record UnitStatus(
        UnitId id,
        UnitState state,
        Long pid,
        Instant since,
        int restarts,
        Long memoryBytes,
        Integer tasks,
        Integer lastExit,
        String excess) {
    /** Of a unit that was never seen. */
    static UnitStatus unseen(UnitId id) {
        return new UnitStatus(id, UnitState.STOPPED, null, null, 0, null, null, null, null);
    }
}
