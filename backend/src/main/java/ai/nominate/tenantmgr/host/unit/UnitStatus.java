package ai.nominate.tenantmgr.host.unit;

import java.time.Instant;

/**
 * A unit as it is now.
 *
 * @param pid of its leading process; null when there is none
 * @param since when it came into this state; null when it was never seen
 * @param restarts how often it was started again by itself since someone started it
 * @param memoryBytes what all its processes hold; null when there are none
 * @param lastExit how it last ended, 128 + n by signal n; null when it never did, or nobody was there to see
 */
public record UnitStatus(
        UnitId id, UnitState state, Long pid, Instant since, int restarts, Long memoryBytes, Integer lastExit) {}
