package ai.nominate.tenantmgr.host.unit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Reports crashes and restarts: in the unit's own log, in the manager's log, and to the listener. */
final class UnitReports {
    private static final Logger LOG = Logger.getLogger(UnitReports.class);
    private final UnitListener listener;
    private final Clock clock;

    UnitReports(UnitListener listener, Clock clock) {
        this.listener = listener;
        this.clock = clock;
    }

    void write(Unit unit, String sentence) {
        LOG.warn(sentence);
        String line = "[tenantmgr] " + clock.instant() + " " + sentence + "\n";
        try {
            Files.writeString(unit.log(), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warnf("The log of %s could not be written: %s", unit.id(), e.getMessage());
        }
    }

    void tell(UnitStatus status, String sentence) {
        listener.changed(status, sentence);
    }
}
