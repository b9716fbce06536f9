package ai.nominate.tenantmgr.host;

import java.time.Clock;

/** What the units of one supervisor have in common. */
record Supervision(
        UnitProcesses processes,
        UnitRecords records,
        RestartPolicy policy,
        UnitTimer timer,
        UnitNews news,
        Clock clock) {}
