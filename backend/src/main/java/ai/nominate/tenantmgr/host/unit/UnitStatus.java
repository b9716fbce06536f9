package ai.nominate.tenantmgr.host.unit;

import java.time.Instant;

/**
 * Status of a unit.
 *
 * @param pid pid of its main process; null if there is none
 * @param since time of the last change of state; null if the unit is unknown
 * @param restarts number of automatic restarts since it was last started
 * @param memoryBytes memory of all its processes, shared pages counted for each; null if there are none
 * @param tasks number of its processes and threads; null if there are none
 * @param lastExit last exit code, 128 + n for signal n; null if it has not exited, or its exit was not observed
 * @param excess the limit for which it was last ended, such as {@code used 334 MB, limit 64 MB (memory in tenant-app.yaml)};
 *     null if it exited by itself
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
    /** Status of an unknown unit. */
    static UnitStatus unseen(UnitId id) {
        return new UnitStatus(id, UnitState.STOPPED, null, null, 0, null, null, null, null);
    }
}
