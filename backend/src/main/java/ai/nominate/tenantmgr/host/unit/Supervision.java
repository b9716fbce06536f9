package ai.nominate.tenantmgr.host.unit;

import java.time.Clock;

/** Shared components of the units of one supervisor. */
record Supervision(
        UnitProcesses processes,
        UnitRecords records,
        RestartPolicy policy,
        UnitTimer timer,
        UnitReports news,
        Clock clock) {}
