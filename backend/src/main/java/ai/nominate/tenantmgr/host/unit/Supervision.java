package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import java.time.Clock;

/**
 * What the units of one supervisor have in common while it watches.
 *
 * @param permit for what units do by themselves: a manager that may not touch its server starts nothing again
 */
record Supervision(
        UnitDriver driver,
        UnitRecords records,
        RestartPolicy policy,
        UnitTimer timer,
        UnitReports news,
        Permit permit,
        Clock clock) {
    /** Whether automatic actions are allowed now. */
    boolean mayAct() {
        try {
            permit.check();
            return !timer.closed();
        } catch (PermitLost e) {
            return false;
        }
    }
}
