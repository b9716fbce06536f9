package ai.nominate.tenantmgr.host.unit;

import java.time.Clock;

/** What the units of one supervisor have in common. */
record Supervision(
        UnitProcesses processes,
        UnitRecords records,
        RestartPolicy policy,
        UnitTimer timer,
        UnitReports news,
        Clock clock) {}
