package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes the range of the own server into its row, where the managers of other servers read it. */
@ApplicationScoped
class RangeDuty implements ServerDuty {
    private final PortRanges ranges;

    RangeDuty(PortRanges ranges) {
        this.ranges = ranges;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.ROWS;
    }

    @Override
    public void begin(Permit permit) {
        permit.transaction(() -> ranges.current().flatMap(ranges::publish));
    }
}
