package ai.nominate.tenantmgr.host.unit;

import java.time.Instant;

/**
 * Status of a unit.
 *
 * @param pid pid of its main process; null if there is none
 * @param since time of the last change of state; null if the unit is unknown
 * @param restarts number of automatic restarts since it was last started
 * @param memoryBytes memory of all its processes; null if there are none
 * @param lastExit last exit code, 128 + n for signal n; null if it has not exited, or its exit was not observed
 */
public record UnitStatus(
        UnitId id, UnitState state, Long pid, Instant since, int restarts, Long memoryBytes, Integer lastExit) {}
