package ai.nominate.tenantmgr.host.unit;

import java.io.IOException;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Reports crashes and restarts: in the unit's own log, in the manager's log, and to the listener. */
final class UnitReports {
    private static final Logger LOG = Logger.getLogger(UnitReports.class);
    private final UnitLogs logs;
    private final UnitListener listener;
    private final Clock clock;

    UnitReports(UnitLogs logs, UnitListener listener, Clock clock) {
        this.logs = logs;
        this.listener = listener;
        this.clock = clock;
    }

    void write(Unit unit, String sentence) {
        LOG.warn(sentence);
        try {
            logs.add(unit, "[tenantmgr] " + clock.instant() + " " + sentence);
        } catch (IOException e) {
            LOG.warnf("The log of %s could not be written: %s", unit.id(), e.getMessage());
        }
    }

    void tell(UnitStatus status, String sentence) {
        listener.changed(status, sentence);
    }
}
